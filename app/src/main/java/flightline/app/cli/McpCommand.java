package flightline.app.cli;

import flightline.app.mcp.Desk;
import flightline.app.mcp.Pipe;
import flightline.app.wiring.Wiring;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "mcp",
        description =
                "Answers a program that speaks the Model Context Protocol, on standard input and output, until its input ends.")
final class McpCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    McpCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Principal asker = common.asker();
        try (Wiring wiring = common.wire(outside);
                var desk = new Desk(
                        wiring,
                        () -> LocalDate.now(outside.clock()),
                        fault -> outside.err().println("flightline: a fault of ours: " + fault))) {
            new Pipe(desk, asker, outside.in(), outside.out()).run();
            return Exit.DONE;
        }
    }
}
