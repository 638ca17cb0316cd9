package flightline.eval.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.evaluation.DriftPage;
import flightline.evaluation.DriftReport;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Lets the product answer real complaints over four months of a clock of its own, and writes what the watch says of the last.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.drift.MonthsInService DATA FOLDER USUAL FIELD [OTHER FIELD]: complaints of the
 * usual kind in all months, of the other in the last, where it is given; the page is written into FOLDER. DATA holds what is answered from.
 */
public final class MonthsInService {
    private static final YearMonth LAST = YearMonth.of(2026, 6);
    private static final int A_DAY = 4;

    private Instant now = Instant.EPOCH;

    private MonthsInService() {}

    public static void main(String[] arguments) throws Exception {
        new MonthsInService().run(arguments);
    }

    private void run(String[] arguments) throws Exception {
        List<String> usual = texts(Path.of(arguments[2]), arguments[3]);
        List<String> other = arguments.length > 5 ? texts(Path.of(arguments[4]), arguments[5]) : usual;
        var settings = new Settings(
                Path.of(arguments[0]),
                () -> now,
                LAST.atDay(1),
                System::nanoTime,
                2,
                Optional.empty(),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                LlamaSettings.STANDARD);
        var random = new Random(1);
        try (var wiring = new Wiring(settings)) {
            var diagnose = wiring.diagnose();
            for (LocalDate day = LAST.minusMonths(3).atDay(1);
                    day.isBefore(LAST.plusMonths(1).atDay(1));
                    day = day.plusDays(1)) {
                List<String> from = YearMonth.from(day).equals(LAST) ? other : usual;
                for (int i = 0; i < A_DAY; i++) {
                    now = day.atTime(LocalTime.of(8 + i, 0)).toInstant(ZoneOffset.UTC);
                    var ignored = diagnose.diagnose(request(from.get(random.nextInt(from.size())), day));
                }
            }
            DriftReport report = wiring.modelStand().drift().run(LAST, 3, Principal.localUser());
            Path page = Files.createDirectories(Path.of(arguments[1])).resolve("drift-" + LAST + ".html");
            Files.writeString(page, DriftPage.of(report));
            report.findings()
                    .forEach(one -> System.out.printf(
                            Locale.ROOT, "%-16s %-10s %s%n", one.measure().title(), one.standing(), one.said()));
            System.out.println(page);
        }
    }

    private static Request request(String text, LocalDate day) {
        return new Request(
                "1",
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                day,
                5,
                Set.of(),
                Principal.localUser());
    }

    private static List<String> texts(Path file, String field) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            JsonNode one = json.readTree(line);
            if (one.hasNonNull(field)) texts.add(one.get(field).asText());
        }
        return texts;
    }
}
