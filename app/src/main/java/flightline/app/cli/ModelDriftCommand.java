package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.DriftJson;
import flightline.app.wiring.Wiring;
import flightline.evaluation.DriftPage;
import flightline.evaluation.DriftReport;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Standing;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flightline model drift}. */
@Command(
        name = "drift",
        description = {
            "Tells whether requests and answers of a month still are what they were in the months before it.",
            "Exit code 6 where something changed; where nothing did, at most 1 report in 20 says that it did."
        })
final class ModelDriftCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month that is looked at (default: this one).")
    private @Nullable String month;

    @Option(
            names = "--against",
            paramLabel = "N",
            description = "How many months before it are the reference (default: 3).")
    private int against = 3;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes a page with charts, drift-YYYY-MM.html, into this folder.")
    private @Nullable Path report;

    ModelDriftCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (against < 1 || against > 24) throw new BadRequest("--against must be 1..24 months, got " + against);
        try (Wiring wiring = common.wireExisting(outside, Act.EVALUATE)) {
            YearMonth looked = month == null ? YearMonth.from(wiring.settings().today()) : month(month);
            DriftReport found = wiring.modelStand().drift().run(looked, against, common.asker());
            if (report != null) write(found, report.resolve("drift-" + looked + ".html"));
            if (common.json()) outside.out().println(DriftJson.of(found).toPrettyString());
            else outside.out().print(page(found));
            return found.hasAlarm() ? Exit.NOT_VERIFIED : Exit.DONE;
        }
    }

    private static YearMonth month(String given) {
        try {
            return YearMonth.parse(given);
        } catch (DateTimeException e) {
            throw new BadRequest("--month must be like 2026-07, got '" + given + "'");
        }
    }

    private void write(DriftReport found, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, DriftPage.of(found));
        outside.err().println("flightline: wrote " + file);
    }

    private String page(DriftReport found) {
        var rows = new ArrayList<List<String>>();
        for (Finding one : found.findings())
            rows.add(List.of(
                    one.measure().title(),
                    mark(one.standing()),
                    Long.toString(one.before()),
                    Long.toString(one.now()),
                    one.said()));
        return new Page(new Paint(outside.colour()), outside.width())
                .line(found.now().from() + " to " + found.now().until().minusDays(1) + ", "
                        + found.now().requests() + " requests, beside "
                        + found.before().from() + " to "
                        + found.before().until().minusDays(1) + ", "
                        + found.before().requests() + " requests")
                .table(List.of("", "", "before", "now", ""), rows)
                .toString();
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case STEADY -> "steady";
            case ALARM -> "CHANGED";
            case TOO_LITTLE -> "too little";
        };
    }
}
