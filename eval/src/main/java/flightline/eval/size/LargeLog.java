package flightline.eval.size;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.records.NarrativeCutter;
import flightline.terms.AtaCode;
import flightline.terms.TermReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the maintenance log of a large fleet as CSV, for {@code import-records --mapping eval/size/large-log.yaml}. Texts, parts, conditions, codes and
 * models come as often as they do in the public difficulty and incident reports, with some words of the texts changed for others that follow the
 * same word somewhere; aircraft, days, stations and hours are drawn, and so is what was put off, when it was closed and what it delayed.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.size.LargeLog ../shared/data FILE RECORDS SEED
 */
public final class LargeLog {
    private static final double CHANGED = 0.15;
    private static final int TAILS = 3000;
    private static final int STATIONS = 40;
    private static final int DAYS = 3650;
    /** Of a thousand entries: put off; never closed of those; with a delay of up to so many minutes. */
    private static final int DEFERRED = 40;

    private static final int NEVER_CLOSED = 20;
    private static final int DELAYED = 15;
    private static final int LONGEST_DELAY = 400;
    /** Days that what is put off may wait for. */
    private static final int LONGEST_WAIT = 120;

    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

    private final SplittableRandom random;
    /** Of its own, so that a log of before has the same entries. */
    private final SplittableRandom waits;

    private final List<Story> stories = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    /** What a public record tells; what it does not is empty. */
    private record Story(String complaint, String action, String part, String condition, String code) {}

    private LargeLog(long seed) {
        this.random = new SplittableRandom(seed);
        this.waits = new SplittableRandom(seed + 1);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4)
            throw new IllegalArgumentException(
                    "give the folder of the public data, the file to write, records and a seed");
        var log = new LargeLog(Long.parseLong(arguments[3]));
        log.learn(Path.of(arguments[0]));
        log.write(Path.of(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
    }

    private void learn(Path data) throws IOException {
        var cutter = new NarrativeCutter();
        var terms = new TermReader();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(data.resolve("sdr/records.jsonl"))) {
            JsonNode report = json.readTree(line);
            var halves = cutter.cut(report.path("body").asText());
            String code = terms.manualReferences(report.path("body").asText()).stream()
                    .flatMap(reference -> reference.ata().stream())
                    .map(AtaCode::dashed)
                    .findFirst()
                    .orElse("");
            take(new Story(
                    halves.complaint(),
                    halves.action(),
                    said(report, "part_name"),
                    said(report, "part_condition"),
                    code));
        }
        for (String line : Files.readAllLines(data.resolve("faa-incidents/records.jsonl"))) {
            JsonNode report = json.readTree(line);
            models.add((said(report, "make") + " " + said(report, "model")).strip());
            take(new Story(report.path("narrative").asText(), "", "", said(report, "condition"), said(report, "jasc")));
        }
    }

    private void take(Story story) {
        stories.add(story);
        if (!story.code.isEmpty()) codes.add(story.code);
    }

    private static String said(JsonNode report, String field) {
        String text = report.path(field).isNull() ? "" : report.path(field).asText();
        return text.equalsIgnoreCase("unknown") ? "" : text;
    }

    private void write(Path file, int count, String seed) throws IOException {
        var varied = new VariedText(
                stories.stream()
                        .map(story -> story.complaint + " " + story.action)
                        .toList(),
                CHANGED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "id,day,tail,type,station,flight_hours,ata,complaint,action,part,condition,deferred,closed,delay\n");
            for (int i = 0; i < count; i++) {
                Story story = stories.get(random.nextInt(stories.size()));
                int tail = random.nextInt(TAILS);
                int day = random.nextInt(DAYS);
                out.write(String.join(
                        ",",
                        "L" + seed + "-" + i,
                        FIRST_DAY.plusDays(day).toString(),
                        String.format(Locale.ROOT, "QQ-%04d", tail),
                        quoted(models.get(tail % models.size())),
                        "X" + (100 + random.nextInt(STATIONS)),
                        String.valueOf(1000 + day * (4 + tail % 6)),
                        story.code.isEmpty() ? codes.get(random.nextInt(codes.size())) : story.code,
                        quoted(varied.of(story.complaint, random)),
                        quoted(varied.of(story.action, random)),
                        quoted(story.part),
                        quoted(story.condition),
                        waited(FIRST_DAY.plusDays(day))));
                out.write('\n');
            }
        }
    }

    /** Whether it was put off, when it was closed, minutes of delay. */
    private String waited(LocalDate day) {
        boolean deferred = waits.nextInt(1000) < DEFERRED;
        String closed = !deferred
                ? day.toString()
                : waits.nextInt(1000) < NEVER_CLOSED
                        ? ""
                        : day.plusDays(waits.nextInt(1, LONGEST_WAIT)).toString();
        String delay = waits.nextInt(1000) < DELAYED ? String.valueOf(waits.nextInt(1, LONGEST_DELAY)) : "";
        return (deferred ? "Y," : "N,") + closed + "," + delay;
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
