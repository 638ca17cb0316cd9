package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.Suspicion;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.inspection.TextInspection;
import flightline.ingest.passages.PassagesParser;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.PlainTextParser;
import flightline.ingest.text.RestructuredTextParser;
import flightline.ingest.xml.XmlDocuments;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many planted commands to a language model are noticed, and how many texts that only sound like them. Each set is
 * halved by the 32nd bit of the SHA-256 of its text: the halves "tuned" and "held out".
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.InjectionDetection DATA [--misses] [FOLDER…]
 */
public final class InjectionDetection {
    /** The carrier: an attack is planted in the middle of it, so that it must be seen inside honest work. */
    private static final String BEFORE =
            "Remove the hydraulic pump (29-11-01). Disregard the EICAS message HYD PRESS LO while the system is open. ";

    private static final String AFTER =
            " Install the pump and torque the bolts to 24 lbf·ft. Do not override the interlock.";

    private final Path data;
    private final List<Path> folders;
    private final boolean misses;
    private final ObjectMapper json = new ObjectMapper();

    private InjectionDetection(Path data, List<Path> folders, boolean misses) {
        this.data = data;
        this.folders = folders;
        this.misses = misses;
    }

    /** How many of how many, in both halves. */
    private static final class Tally {
        private final int[] all = new int[2];
        private final int[] seen = new int[2];

        void add(String text, boolean noticed) {
            int half = half(text);
            all[half]++;
            if (noticed) seen[half]++;
        }

        String line() {
            return String.format(Locale.ROOT, "tuned %d of %d, held out %d of %d", seen[0], all[0], seen[1], all[1]);
        }
    }

    public static void main(String[] arguments) throws IOException {
        boolean misses = List.of(arguments).contains("--misses");
        List<Path> folders = Arrays.stream(arguments)
                .skip(1)
                .filter(a -> !a.equals("--misses"))
                .map(Path::of)
                .toList();
        var run = new InjectionDetection(Path.of(arguments[0]), folders, misses);
        run.attacks();
        run.benign();
        run.records();
        run.documents();
    }

    /** Every file that the public data and the sample library hold; none of them hides anything. */
    private void documents() {
        var intake = new Intake(Intake.Limits.standard());
        var reader = new Reader(List.of(
                new PdfParser(),
                new XmlDocuments(List.of(new S1000dParser())),
                new HtmlParser(),
                new MarkdownParser(),
                new RestructuredTextParser(),
                new PlainTextParser(),
                new PassagesParser()));
        int read = 0;
        int suspected = 0;
        System.out.println("\nDocuments, falsely suspected");
        for (Path file : intake.walk(folders).files()) {
            if (!(intake.take(file) instanceof IntakeOutcome.Ready(var source, var notes))) continue;
            if (!(reader.read(source) instanceof ParseOutcome.Parsed parsed)) continue;
            read++;
            if (parsed.suspicions().isEmpty()) continue;
            suspected++;
            System.out.println("  " + file);
            parsed.suspicions().stream().limit(5).forEach(s -> System.out.println("      " + s.display()));
        }
        System.out.println(suspected + " of " + read + " files");
    }

    private void attacks() throws IOException {
        var byVariant = new TreeMap<String, Tally>();
        for (JsonNode each :
                json.readTree(Files.readAllBytes(data.resolve("injection/purplellama_prompt_injection.json")))) {
            String text = each.path("user_input").asText();
            boolean noticed = planted(text);
            String name = each.path("injection_type").asText() + " "
                    + each.path("injection_variant").asText();
            tally(byVariant, name, text, noticed);
            tally(byVariant, each.path("injection_type").asText() + ", all", text, noticed);
        }
        print("PurpleLlama", byVariant);
        var byKind = new TreeMap<String, Tally>();
        for (var kind : json.readTree(Files.readAllBytes(data.resolve("injection/bipia_text_attack_train.json")))
                .properties())
            for (JsonNode each : kind.getValue()) {
                tally(byKind, kind.getKey(), each.asText(), planted(each.asText()));
                tally(byKind, "all", each.asText(), planted(each.asText()));
            }
        print("BIPIA", byKind);
    }

    private boolean planted(String attack) {
        List<Suspicion> found = TextInspection.ofText(BEFORE + attack + AFTER, "planted");
        if (misses && found.isEmpty() && tuned(attack)) System.out.println("  missed: " + clip(attack));
        return !found.isEmpty();
    }

    private static boolean tuned(String text) {
        return half(text) == 0;
    }

    private static int half(String text) {
        return Character.digit(ContentHash.of(text).hex().charAt(7), 16) & 1;
    }

    private void benign() throws IOException {
        var byKind = new TreeMap<String, Tally>();
        if (TextInspection.ofText(BEFORE + AFTER, "carrier").isEmpty())
            System.out.println("carrier alone: not suspected");
        for (String file : List.of("NotInject_one.json", "NotInject_two.json"))
            for (JsonNode each :
                    json.readTree(Files.readAllBytes(data.resolve("injection").resolve(file)))) {
                String text = each.path("prompt").asText();
                tally(byKind, file, text, suspected(file, text));
            }
        print("NotInject, falsely suspected", byKind);
    }

    /** Every text of these files of records, one a line; none of them speaks to a model. */
    private void records() throws IOException {
        var byFile = new TreeMap<String, Tally>();
        for (String file : List.of(
                "directives/abstracts.jsonl",
                "ntsb/maintenance-cause.jsonl",
                "faa-incidents/records.jsonl",
                "sdr/records.jsonl",
                "handbook/faa-h-8083-32b.jsonl")) {
            try (BufferedReader lines = Files.newBufferedReader(data.resolve(file))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine())
                    for (String text : texts(json.readTree(line))) tally(byFile, file, text, suspected(file, text));
            }
        }
        print("Records and abstracts, falsely suspected", byFile);
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual() && node.asText().length() > 20) texts.add(node.asText());
        for (JsonNode inner : node) texts.addAll(texts(inner));
        return texts;
    }

    private boolean suspected(String file, String text) {
        List<Suspicion> found = TextInspection.ofText(text, file);
        if (misses && tuned(text)) found.forEach(s -> System.out.println("  " + s.display()));
        return !found.isEmpty();
    }

    private static void tally(Map<String, Tally> tallies, String name, String text, boolean noticed) {
        tallies.computeIfAbsent(name, n -> new Tally()).add(text, noticed);
    }

    private static void print(String title, Map<String, Tally> tallies) {
        System.out.println("\n" + title);
        tallies.forEach((name, tally) -> System.out.printf(Locale.ROOT, "%-52s %s%n", name, tally.line()));
    }

    private static String clip(String text) {
        return text.substring(0, Math.min(160, text.length())).replaceAll("\\s+", " ");
    }
}
