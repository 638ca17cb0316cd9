package flightline.app.cli;

import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "mapping",
        description = {
            "Proposes an import mapping for an unknown export, tried on its first rows (docs/record-mappings.md).",
            "Exit code 6 where it reads fewer than nine rows of ten."
        })
final class GenerateMappingCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    GenerateMappingCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wire(outside, Act.GENERATE)) {
            return new MappingPage(outside, common).of(file, wiring);
        }
    }
}
