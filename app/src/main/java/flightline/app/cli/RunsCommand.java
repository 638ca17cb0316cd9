package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.RunsJson;
import flightline.app.wiring.Wiring;
import flightline.archive.RunBook;
import flightline.policy.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "runs", description = "What the last ingests did: when, who, what of which file. Newest first.")
final class RunsCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "N", defaultValue = "10", description = "How many (default: 10).")
    private int count = 10;

    RunsCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) throw new BadRequest("the number of runs must be at least 1, got " + count);
        try (Wiring wiring = common.wireHeld(outside, Act.SHOW)) {
            List<RunBook.Run> runs = wiring.runsSeen().latest(count, common.asker());
            if (common.json()) outside.out().println(RunsJson.of(runs).toPrettyString());
            else outside.out().print(page(runs));
            return Exit.DONE;
        }
    }

    private String page(List<RunBook.Run> runs) {
        var page = new Page(new Paint(outside.colour()), outside.width());
        if (runs.isEmpty())
            return page.line("Nothing was taken in yet. Put documents in with: flightline ingest PATH")
                    .toString();
        var rows = new ArrayList<List<String>>();
        for (RunBook.Run run : runs)
            rows.add(List.of(
                    run.id(),
                    run.told(),
                    run.counts().entrySet().stream()
                            .filter(e -> e.getValue() > 0)
                            .map(e -> e.getValue() + " " + e.getKey())
                            .collect(Collectors.joining(", ")),
                    String.format(Locale.ROOT, "%.1f s", run.millis() / 1000.0),
                    run.who(),
                    String.join(" ", run.paths())));
        page.table(List.of("Run", "State", "Files", "Took", "Who", "Paths"), rows);
        return page.toString();
    }
}
