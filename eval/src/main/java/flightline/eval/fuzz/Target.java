package flightline.eval.fuzz;

import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One parser under attack.
 *
 * @param name for example {@code pdf}; names the folder of its kept findings too
 * @param fileName what the attacker's file is called
 * @param kind what it is taken for
 * @param seeds files and folders below the project's root that hold honest examples; absent ones are passed over
 * @param extensions of the files among them that are taken, lower case
 * @param around makes a file of the bytes that the fuzzer writes; for most formats they are the file
 */
public record Target(
        String name,
        String fileName,
        FileKind kind,
        DocumentParser parser,
        List<String> seeds,
        List<String> extensions,
        UnaryOperator<byte[]> around) {

    Target(
            String name,
            String fileName,
            FileKind kind,
            DocumentParser parser,
            List<String> seeds,
            List<String> extensions) {
        this(name, fileName, kind, parser, seeds, extensions, UnaryOperator.identity());
    }

    /**
     * Reads and cuts. Every outcome is right but a throwable: the parser is called without the reader that would catch it.
     */
    public void attack(byte[] written) {
        ParseOutcome outcome = parse(written);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) return;
        var cutter = new PassageCutter();
        for (StructuredDocument document : parsed.documents())
            for (var passage : cutter.cut(document))
                if (!document.sourceText()
                        .startsWith(passage.text(), passage.place().start()))
                    throw new IllegalStateException("passage " + passage.ordinal() + " is not the source text");
    }

    /** What the parser makes of it. */
    public ParseOutcome parse(byte[] written) {
        byte[] bytes = around.apply(written);
        return parser.parse(new SourceFile(Path.of(fileName), ContentHash.of(bytes), kind, bytes));
    }

    /**
     * The files that fuzzing begins with, in order.
     *
     * @param root of the project
     * @param largest size in bytes
     */
    public List<Path> seedFiles(Path root, long largest) throws IOException {
        var found = new ArrayList<Path>();
        for (String place : seeds) {
            Path from = root.resolve(place);
            if (!Files.exists(from)) continue;
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String lower = file.toString().toLowerCase(Locale.ROOT);
                    boolean wanted = extensions.stream().anyMatch(e -> lower.endsWith("." + e));
                    if (wanted && Files.size(file) <= largest) found.add(file);
                }
            }
        }
        return found;
    }
}
