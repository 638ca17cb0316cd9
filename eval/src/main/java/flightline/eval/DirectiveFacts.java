package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.passages.PassagesParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well directives are read. Abstracts: precision and recall of what they supersede, standing and maker against the
 * hand-made labels, and counts over the whole file. Whole directives, where folders are given: every fact of their labels.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.DirectiveFacts eval/directives/gold.jsonl abstracts.jsonl
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.DirectiveFacts eval/directives/whole.jsonl FOLDER...
 */
public final class DirectiveFacts {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, DocumentHeader> read = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Set<String>> own = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        if (Files.isDirectory(Path.of(arguments[1]))) {
            new WholeDirectives()
                    .score(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
            return;
        }
        var run = new DirectiveFacts();
        run.read(Path.of(arguments[1]));
        for (String half : List.of("tune", "held-out", "")) run.score(Path.of(arguments[0]), half);
        run.count();
    }

    private void read(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            own.put(node.path("document_number").asText(), strings(node.path("supersedes")));
        }
        var source = new SourceFile(file, ContentHash.of(bytes), FileKind.PASSAGES, bytes);
        var parsed = (ParseOutcome.Parsed) new Reader(List.of(new PassagesParser())).read(source);
        for (var document : parsed.documents()) {
            String number = document.header().id().value().substring("FR ".length());
            read.put(number, document.header());
            texts.put(number, document.sourceText());
        }
    }

    private void score(Path gold, String half) throws Exception {
        var superseded = new Tally();
        var file = new Tally();
        int labelled = 0;
        int standing = 0;
        int made = 0;
        for (String line : Files.readAllLines(gold)) {
            JsonNode label = json.readTree(line);
            if (!half.isEmpty() && !label.path("half").asText().equals(half)) continue;
            labelled++;
            String number = label.path("document_number").asText();
            DocumentHeader header =
                    Objects.requireNonNull(read.get(number), number + " is labelled but not in the file");
            Set<String> wanted = strings(label.path("supersedes"));
            Set<String> found = values(header, Fact.Kind.SUPERSEDES);
            superseded.add(wanted, found);
            file.add(wanted, own.getOrDefault(number, Set.of()));
            if (!wanted.equals(found)) System.out.println("  " + number + " wanted " + wanted + " found " + found);
            if (header.status() == status(label.path("kind").asText())) standing++;
            String make = label.path("make").asText();
            boolean right = values(header, Fact.Kind.MAKE).stream().anyMatch(m -> plain(m).equals(plain(make)));
            if (right) made++;
            else
                System.out.println("  " + number + " make wanted " + make + " found " + values(header, Fact.Kind.MAKE));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d abstracts; supersession %s; the file's own field %s; status %d/%d; make %d/%d%n",
                half.isEmpty() ? "all" : half,
                labelled,
                superseded,
                file,
                standing,
                labelled,
                made,
                labelled);
    }

    private void count() {
        var byStatus = new TreeMap<DocumentStatus, Integer>();
        var naming = new TreeMap<DocumentStatus, Integer>();
        int inFile = 0;
        int numbers = 0;
        int fileNumbers = 0;
        int onlyInFile = 0;
        int quoted = 0;
        int facts = 0;
        var kinds = new TreeMap<Fact.Kind, Integer>();
        for (var entry : read.entrySet()) {
            DocumentHeader header = entry.getValue();
            byStatus.merge(header.status(), 1, Integer::sum);
            Set<String> named = values(header, Fact.Kind.SUPERSEDES);
            Set<String> field = own.getOrDefault(entry.getKey(), Set.of());
            if (!named.isEmpty()) naming.merge(header.status(), 1, Integer::sum);
            numbers += named.size();
            if (!field.isEmpty()) inFile++;
            fileNumbers += field.size();
            onlyInFile += (int) field.stream().filter(n -> !named.contains(n)).count();
            var seen = new LinkedHashSet<Fact.Kind>();
            for (Fact fact : header.facts()) {
                facts++;
                seen.add(fact.kind());
                String words = texts.getOrDefault(entry.getKey(), "")
                        .substring(fact.place().start(), fact.place().end());
                if (!words.isBlank()) quoted++;
            }
            for (Fact.Kind kind : seen) kinds.merge(kind, 1, Integer::sum);
        }
        System.out.println("documents by status: " + byStatus);
        System.out.println(
                "documents that name a supersession: " + naming + ", numbers " + numbers + "; by the file's own field: "
                        + inFile + ", numbers " + fileNumbers + ", of which not found " + onlyInFile);
        System.out.println(
                "documents with a fact of each kind: " + kinds + "; facts " + facts + ", quotable " + quoted);
    }

    private static DocumentStatus status(String kind) {
        return switch (kind) {
            case "final" -> DocumentStatus.FINAL;
            case "proposed" -> DocumentStatus.PROPOSED;
            case "correction" -> DocumentStatus.CORRECTION;
            case "withdrawal" -> DocumentStatus.WITHDRAWN;
            default ->
                throw new IllegalArgumentException(
                        "kind must be final, proposed, correction or withdrawal, got " + kind);
        };
    }

    private static String plain(String make) {
        return make.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> values(DocumentHeader header, Fact.Kind kind) {
        var values = new LinkedHashSet<String>();
        header.facts(kind).forEach(fact -> values.add(fact.value()));
        return values;
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new LinkedHashSet<String>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    /** Counts of numbers found, wanted and right. */
    private static final class Tally {
        private int right;
        private int found;
        private int wanted;

        void add(Set<String> wantedHere, Set<String> foundHere) {
            wanted += wantedHere.size();
            found += foundHere.size();
            right += (int) foundHere.stream().filter(wantedHere::contains).count();
        }

        @Override
        public String toString() {
            double precision = found == 0 ? 1 : (double) right / found;
            double recall = wanted == 0 ? 1 : (double) right / wanted;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return String.format(
                    Locale.ROOT,
                    "P %.3f R %.3f F1 %.3f (%d of %d right, %d wanted)",
                    precision,
                    recall,
                    f1,
                    right,
                    found,
                    wanted);
        }
    }
}
