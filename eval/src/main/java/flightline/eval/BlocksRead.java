package flightline.eval;

import flightline.app.wiring.Parsers;
import flightline.corpus.DocumentHeader;
import flightline.corpus.PlacedBlock;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.ocr.Tesseract;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that the readers take from files, a line per block, for the eye and for {@code diff}: written by the code before a
 * change and by the code after it, the two differ in what the change did to every document at hand, and in nothing else.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.BlocksRead FILE-OR-FOLDER... &gt; before.txt
 *
 * <p>Of each document: its header; why it would be quarantined; its notes; then each block with its kind, the headings
 * above it and whom it holds for. Offsets into the source text are left out, since one letter more would shift them all.
 */
public final class BlocksRead {
    private static final Pattern PLACE =
            Pattern.compile("(?:, )?place=Place\\[start=\\d+, end=\\d+, page=OptionalInt(?:\\.empty|\\[\\d+])"
                    + ", box=Optional(?:\\.empty|\\[Box\\[[^]]*]])]");
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

    private final Intake intake = new Intake(Intake.Limits.standard());
    private final Reader reader =
            new Reader(Parsers.all(new Tesseract("tesseract", "eng", LONGEST_PAGE, () -> false), 2));
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private BlocksRead() {}

    public static void main(String[] arguments) throws IOException {
        var read = new BlocksRead();
        for (String root : arguments) read.all(Path.of(root));
        read.out.flush();
    }

    private void all(Path root) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) one(file);
    }

    private void one(Path file) {
        out.println("FILE " + file);
        if (!(intake.take(file) instanceof IntakeOutcome.Ready ready)) return;
        ParseOutcome outcome = reader.read(ready.file());
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
            line("  NOT READ " + outcome);
            return;
        }
        parsed.suspicions().forEach(s -> line("  SUSPICION " + s));
        parsed.notes().forEach(n -> line("  NOTE " + n));
        parsed.documents().forEach(d -> {
            header(d.header());
            d.blocks().forEach(this::block);
        });
    }

    private void header(DocumentHeader header) {
        line("  DOCUMENT " + header);
        header.facts().forEach(f -> line("    FACT " + f));
    }

    private void block(PlacedBlock placed) {
        line("    " + String.join(" > ", placed.path()) + " | "
                + placed.applicability().display() + " | " + placed.block());
    }

    private void line(String text) {
        out.println(PLACE.matcher(text).replaceAll("").replace("\n", "⏎").replace("\r", "␍"));
    }
}
