package flightline.eval.size;

import com.sun.management.OperatingSystemMXBean;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.RecordsIn;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.corpus.Marking;
import flightline.fleet.FleetDesk;
import flightline.fleet.Form;
import flightline.flow.FleetFlow;
import flightline.flow.Progress;
import flightline.flow.Request;
import flightline.model.HashingEmbedder;
import flightline.policy.Principal;
import flightline.records.MappingOutcome;
import flightline.records.RecordMapping;
import flightline.records.RecordMappings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Measures questions over very many records: {@code parquet CSV FILE} makes a Parquet file of a log, {@code import FILE DATA} takes one in for
 * analysis alone, {@code grow PART TIMES NEW} makes a part of so many times the records, with other ids, aircraft and days, {@code ask DATA} asks each
 * form of question twice and tells of the second time.
 *
 * <p>Times on the clock and of the processor, all threads together.
 */
public final class FleetSpeed {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private FleetSpeed() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "parquet" ->
                duck(
                        "",
                        "COPY (SELECT * FROM read_csv('" + arguments[1] + "', all_varchar = true)) TO '" + arguments[2]
                                + "' (FORMAT parquet)");
            case "grow" -> grow(Path.of(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
            case "import" -> take(Path.of(arguments[1]), Path.of(arguments[2]));
            case "ask" -> ask(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException("'" + arguments[0] + "' is nothing to measure");
        }
        System.out.println("peak memory of the process: " + peak());
    }

    private static void grow(Path part, int times, String target) throws SQLException {
        duck(
                target,
                "ATTACH '" + part + "' AS one (READ_ONLY)",
                "CREATE SCHEMA store",
                "CREATE TABLE store.held AS SELECT * EXCLUDE (i) REPLACE (id || '-' || i AS id, day + CAST((i * 37) % 91 AS INTEGER) AS day, "
                        + "'QQ-' || lpad(CAST((CAST(tail[4:] AS INTEGER) + i * 271) % 3000 AS VARCHAR), 4, '0') AS tail) "
                        + "FROM one.store.held, range(" + times + ") t(i)",
                "CREATE TABLE store.words AS SELECT kind, word, marking, records * " + times
                        + " AS records FROM one.store.words WHERE kind <> 'tail' UNION ALL SELECT 'tail', tail, marking, count(*) FROM store.held GROUP BY ALL",
                "CREATE TABLE store.origin AS SELECT 'grown.csv' AS file",
                "CREATE TABLE store.supersedes (part VARCHAR, row BIGINT)");
    }

    private static void duck(String file, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("SET preserve_insertion_order = false");
            for (String one : statements) statement.execute(one);
        }
    }

    private static Wiring wiring(Path data) throws Exception {
        return new Wiring(new Settings(
                data,
                InstantSource.system(),
                TODAY,
                System::nanoTime,
                2,
                Optional.of(new HashingEmbedder()),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                LlamaSettings.STANDARD));
    }

    private static void take(Path file, Path data) throws Exception {
        RecordMapping mapping = switch (new RecordMappings().read(Path.of("eval/size/large-log.yaml"))) {
            case MappingOutcome.Loaded(var loaded) -> loaded;
            case MappingOutcome.Faulty(var problems) -> throw new IllegalArgumentException(String.join("; ", problems));
        };
        try (Wiring wiring = wiring(data)) {
            long began = System.nanoTime();
            long cpu = cpu();
            var report = wiring.recordsIn()
                    .run(
                            new RecordsIn.Order(
                                    List.of(file), mapping, Marking.UNMARKED, false, true, Principal.localUser()),
                            Progress.SILENT,
                            Progress.SILENT,
                            () -> false);
            double seconds = (System.nanoTime() - began) / 1e9;
            long taken = report.files().getFirst().taken();
            double used = (cpu() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d records, %d bad, in %.1f s (%.0f a second), %.1f s of processor (%.1f us a record)%n",
                    taken,
                    report.bad(),
                    seconds,
                    taken / seconds,
                    used,
                    used * 1e6 / taken);
        }
    }

    private static void ask(Path data) throws Exception {
        try (Wiring wiring = wiring(data)) {
            wiring.fleet().prepare();
            FleetFlow flow = wiring.fleet().flow();
            for (Form form : FleetDesk.forms()) {
                String question = question(form);
                answered(flow, question);
                long began = System.nanoTime();
                long cpu = cpu();
                String outcome = answered(flow, question);
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %6.2f s, %6.2f s of processor: %s -> %s%n",
                        form.word(),
                        (System.nanoTime() - began) / 1e9,
                        (cpu() - cpu) / 1e9,
                        question,
                        outcome);
            }
        }
    }

    private static String question(Form form) {
        return switch (form) {
            case RANK -> "top 10 parts removed";
            case COUNT -> "how many defects in 2024";
            case RATE -> "unscheduled removal rate by aircraft";
            case COMPARE -> "compare aircraft for landing gear defects";
            case TREND -> "trend of hydraulic defects";
            case SEASON -> "defects by season";
            case RECURRING -> "recurring defects";
            case FIXES -> "what fixed hydraulic power defects";
            case STATIONS -> "compare stations";
            case EMERGING -> "emerging issues";
            case OPEN -> "open items";
            case DELAYS -> "delays by system";
            case LIST -> "list removals on QQ-0007 in 2024";
        };
    }

    private static String answered(FleetFlow flow, String question) {
        var outcome = flow.ask(new Request(
                "size",
                question,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TODAY,
                10,
                Set.of(),
                Principal.localUser()));
        return switch (outcome) {
            case FleetFlow.Outcome.Answered answered -> answered.finding().behind() + " records";
            case FleetFlow.Outcome.NotEnough none -> none.why();
            case FleetFlow.Outcome.Denied denied -> denied.why();
            case FleetFlow.Outcome.Ran ran -> "ran";
            case FleetFlow.Outcome.NotRun not -> not.why();
        };
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("not known here");
    }
}
