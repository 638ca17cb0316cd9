package flightline.eval.size;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Writes a large library: {@code records.jsonl} for {@code import-records --mapping eval/repeats/lent-tails.yaml}, and
 * {@code passages-N.jsonl} for {@code ingest}.
 *
 * <p>Every record is a real difficulty report with some words changed; its code and part stay those of the report. Every
 * passage is a piece of the handbook or the abstract of a directive, changed likewise. The first aircraft has
 * {@value #FIRST_HAS} records, the others share the rest.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.size.LargeLibrary ../shared/data FOLDER RECORDS CHUNKS SEED
 */
public final class LargeLibrary {
    private static final double CHANGED = 0.15;
    private static final int FIRST_HAS = 2000;
    private static final int TAILS = 400;
    private static final int DAYS = 2190;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    /** Pieces of the handbook that make a volume. */
    private static final int VOLUME = 300;
    /** Lines of a file of passages, so that none is larger than is taken; whole volumes, two lines in three being of one. */
    private static final int FILE = 60 * VOLUME;

    private final ObjectMapper json = new ObjectMapper();
    private final SplittableRandom random;

    private LargeLibrary(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 5)
            throw new IllegalArgumentException(
                    "give the folder of the public data, the folder to write to, records, pieces of documents and a seed");
        Path data = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        var library = new LargeLibrary(Long.parseLong(arguments[4]));
        library.records(data, folder.resolve("records.jsonl"), Integer.parseInt(arguments[2]));
        library.passages(data, folder, Integer.parseInt(arguments[3]));
    }

    private void records(Path data, Path to, int count) throws IOException {
        List<JsonNode> sources = lines(data.resolve("sdr/records.jsonl"));
        var varied = new VariedText(texts(sources, "body"), CHANGED);
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            for (int i = 0; i < count; i++) {
                ObjectNode record = sources.get(random.nextInt(sources.size())).deepCopy();
                record.put("id", String.format(Locale.ROOT, "L-%06d", i));
                record.put("body", varied.of(record.path("body").asText(), random));
                record.put("tail", "T" + (i < FIRST_HAS ? 0 : 1 + random.nextInt(TAILS)));
                record.put("day", FIRST_DAY.plusDays(random.nextInt(DAYS)).toString());
                out.write(json.writeValueAsString(record));
                out.newLine();
            }
        }
    }

    /** Two pieces of the handbook to one directive, for a piece is cut into several passages. */
    private void passages(Path data, Path folder, int count) throws IOException {
        List<JsonNode> handbook = lines(data.resolve("handbook/faa-h-8083-32b.jsonl"));
        List<JsonNode> directives = lines(data.resolve("directives/abstracts.jsonl"));
        var inHandbook = new VariedText(texts(handbook, "text"), CHANGED);
        var inDirectives = new VariedText(texts(directives, "abstract"), CHANGED);
        int pieces = 0;
        for (int from = 0; from < count; from += FILE) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("passages-" + from / FILE + ".jsonl"))) {
                for (int i = from; i < Math.min(count, from + FILE); i++) {
                    ObjectNode line = i % 3 < 2
                            ? piece(handbook.get(random.nextInt(handbook.size())), inHandbook, pieces++)
                            : directive(directives.get(random.nextInt(directives.size())), inDirectives, i);
                    out.write(json.writeValueAsString(line));
                    out.newLine();
                }
            }
        }
    }

    private ObjectNode piece(JsonNode source, VariedText varied, int number) {
        return json.createObjectNode()
                .put("document", "VOLUME-" + number / VOLUME)
                .put("title", "Handbook, volume " + number / VOLUME)
                .put("page", 1 + number % VOLUME)
                .put("text", varied.of(source.path("text").asText(), random));
    }

    private ObjectNode directive(JsonNode source, VariedText varied, int number) {
        return json.createObjectNode()
                .put("document", "D-" + number)
                .put("title", source.path("title").asText())
                .put("kind", "directive")
                .put("date", source.path("published").asText())
                .put("text", varied.of(source.path("abstract").asText(), random));
    }

    private List<JsonNode> lines(Path file) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) lines.add(json.readTree(line));
        return lines;
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(n -> n.path(field).asText()).toList();
    }
}
