package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.Fact;
import flightline.ingest.ComplianceTime;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.pdf.PdfParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets what is read from whole directives against their labels, kind of fact by kind of fact. */
final class WholeDirectives {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, int[]> figures = new TreeMap<>();

    /**
     * Prints for each kind how many were right, found and wanted, and every difference.
     *
     * @param folders in which the labelled files are looked for; a label without its file is named and left out
     */
    void score(Path gold, List<String> folders) throws IOException {
        int directives = 0;
        for (String line : Files.readAllLines(gold)) {
            JsonNode label = json.readTree(line);
            String name = label.path("file").asText();
            Optional<Path> file = folders.stream()
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (file.isEmpty()) {
                System.out.println("  " + name + " is in none of the folders");
                continue;
            }
            directives++;
            compare(name, label, header(file.get()));
        }
        figures.forEach((kind, f) ->
                System.out.printf(Locale.ROOT, "%-11s right %d, found %d, wanted %d%n", kind, f[0], f[1], f[2]));
        System.out.println(directives + " directives");
    }

    private static DocumentHeader header(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var source = new SourceFile(file, ContentHash.of(bytes), FileKind.PDF, bytes);
        var parsed = (ParseOutcome.Parsed) new Reader(List.of(new PdfParser())).read(source);
        return parsed.documents().getFirst().header();
    }

    private void compare(String file, JsonNode label, DocumentHeader header) {
        count(file, "number", one(label.path("number")), values(header, Fact.Kind.NUMBER));
        count(file, "authority", one(label.path("authority")), values(header, Fact.Kind.ISSUER));
        count(
                file,
                "status",
                one(label.path("status")),
                List.of(header.status().name().toLowerCase(Locale.ROOT)));
        count(file, "effective", one(label.path("effective")), values(header, Fact.Kind.EFFECTIVE));
        count(file, "supersedes", all(label.path("supersedes")), values(header, Fact.Kind.SUPERSEDES));
        var bulletins = new TreeSet<String>();
        for (String named : values(header, Fact.Kind.BULLETIN))
            bulletins.add(
                    named.replaceFirst("^SB ", "").replaceFirst("(?i)\\s+(?:revision|rev|issue|original).*$", ""));
        count(file, "bulletins", all(label.path("bulletins")), List.copyOf(bulletins));
        count(
                file,
                "compliance",
                all(label.path("compliance")),
                values(header, Fact.Kind.COMPLIANCE).stream()
                        .map(WholeDirectives::plain)
                        .toList());
        int actions = values(header, Fact.Kind.ACTION).size();
        int wanted = label.path("actions").asInt();
        int[] f = figures.computeIfAbsent("actions", k -> new int[3]);
        f[0] += Math.min(actions, wanted);
        f[1] += actions;
        f[2] += wanted;
        if (actions != wanted) System.out.println("  " + file + " actions wanted " + wanted + " found " + actions);
    }

    /** A compliance time without its words: limits with units, {@code @effect} where they count from the day of effect. */
    private static String plain(String words) {
        ComplianceTime time = ComplianceTime.of(words);
        var parts = new ArrayList<String>();
        for (var limit : time.limits())
            parts.add(limit.amount() + " " + limit.unit() + (limit.afterEffect() ? "@effect" : ""));
        time.date().ifPresent(day -> parts.add(day.toString()));
        if (parts.isEmpty()) return words.toLowerCase(Locale.ROOT).contains("flight") ? "before flight" : words;
        String choice = switch (time.choice()) {
            case FIRST -> ", first";
            case LATER -> ", later";
            case EITHER, UNSAID -> "";
        };
        return (time.repeats() ? "every " : "") + String.join(" | ", parts) + choice;
    }

    private void count(String file, String kind, List<String> wanted, List<String> found) {
        var left = new ArrayList<>(wanted);
        var wrong = new ArrayList<String>();
        int right = 0;
        for (String each : found)
            if (left.remove(each)) right++;
            else wrong.add(each);
        int[] f = figures.computeIfAbsent(kind, k -> new int[3]);
        f[0] += right;
        f[1] += found.size();
        f[2] += wanted.size();
        if (!left.isEmpty() || !wrong.isEmpty())
            System.out.println("  " + file + " " + kind + " missing " + left + " wrong " + wrong);
    }

    private static List<String> values(DocumentHeader header, Fact.Kind kind) {
        return header.facts(kind).map(Fact::value).toList();
    }

    private static List<String> one(JsonNode node) {
        return node.isNull() ? List.of() : List.of(node.asText());
    }

    private static List<String> all(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }
}
