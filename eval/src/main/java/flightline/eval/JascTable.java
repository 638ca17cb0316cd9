package flightline.eval;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.passages.CodeTableParser;
import flightline.terms.AtaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the table of codes that is shipped with one that is published: which codes both hold, and whether their titles
 * share a word.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.JascTable codes.json
 */
public final class JascTable {
    private JascTable() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        byte[] bytes = Files.readAllBytes(file);
        var source = new SourceFile(file, ContentHash.of(bytes), FileKind.CODE_TABLE, bytes);
        var parsed = (ParseOutcome.Parsed) new Reader(List.of(new CodeTableParser())).read(source);
        Map<String, String> published = new TreeMap<>();
        for (var placed : parsed.documents().getFirst().blocks())
            if (placed.block() instanceof Block.Table table)
                for (Block.Row row : table.rows())
                    published.put(row.cells().get(0), row.cells().get(1));
        AtaTable shipped = AtaTable.standard();
        var both = new TreeSet<>(published.keySet());
        both.retainAll(shipped.codes());
        var missing = new TreeSet<>(published.keySet());
        missing.removeAll(shipped.codes());
        var ours = new TreeSet<>(shipped.codes());
        ours.removeAll(published.keySet());
        var unlike = both.stream()
                .filter(code -> words(published.getOrDefault(code, "")).stream()
                        .noneMatch(words(shipped.title(code).orElse(""))::contains))
                .toList();
        var chapters = missing.stream()
                .filter(code -> shipped.title(code.substring(0, 2)).isEmpty())
                .map(code -> code.substring(0, 2))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.printf(
                Locale.ROOT,
                "published %d codes, shipped %d; both %d, of these titles share no word %d; only published %d, only shipped %d%n",
                published.size(),
                shipped.codes().size(),
                both.size(),
                unlike.size(),
                missing.size(),
                ours.size());
        System.out.println("chapters of published codes that the shipped table has no title for: " + chapters);
        System.out.println("general codes (ending 00) only published: "
                + missing.stream().filter(code -> code.endsWith("00")).toList());
        System.out.println("titles that share no word: " + unlike);
    }

    private static Set<String> words(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }
}
