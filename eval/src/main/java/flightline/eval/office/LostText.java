package flightline.eval.office;

import flightline.corpus.Block;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.office.CompoundParser;
import flightline.ingest.office.SlidesParser;
import flightline.ingest.office.WordParser;
import flightline.ingest.office.WorkbookParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which words of office files are lost: what LibreOffice takes for a file's text, word by word, against what the parsers
 * take; and which words are ours alone. A folder {@code rendered} in it keeps the renderings; what is not there is made.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.office.LostText FOLDER [details]
 */
public final class LostText {
    private static final String ROW = "%-6s %6s %6s %10s %8s %8s %8s %8s%n";

    private final Reader reader =
            new Reader(List.of(new WordParser(), new WorkbookParser(), new SlidesParser(), new CompoundParser()));
    private final Intake intake = new Intake(Intake.Limits.standard());
    private final boolean details;

    private LostText(boolean details) {
        this.details = details;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var renderings = new Renderings(folder);
        if (!renderings.complete()) {
            System.out.println("soffice is not installed and " + folder + " holds no renderings: skipped");
            return;
        }
        new LostText(arguments.length > 1).compare(renderings);
    }

    private static final class Sum {
        private int files;
        private int unread;
        private int words;
        private int lost;
        private int unknown;
        private int added;
    }

    private void compare(Renderings renderings) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Path file : renderings.files()) {
            var sum = sums.computeIfAbsent(Renderings.extension(file), k -> new Sum());
            var rendered = renderings.of(file);
            if (rendered.isEmpty()) {
                if (details) System.out.println(file.getFileName() + ": LibreOffice gives no text");
                continue;
            }
            WordBag theirs = new WordBag();
            theirs.add(rendered.get());
            sum.files++;
            var outcome = intake.take(file) instanceof IntakeOutcome.Ready ready
                    ? reader.read(ready.file())
                    : new ParseOutcome.NotADocument("refused");
            if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
                sum.unread++;
                if (details) System.out.println(file.getFileName() + ": " + outcome);
                continue;
            }
            WordBag ours = new WordBag();
            parsed.documents()
                    .forEach(d -> d.blocks().forEach(b -> words(b.block()).forEach(ours::add)));
            WordBag lost = theirs.without(ours);
            WordBag added = ours.without(theirs);
            sum.words += theirs.size();
            sum.lost += lost.size();
            sum.unknown += lost.unknownTo(ours).size();
            sum.added += added.size();
            if (details && lost.size() + added.size() > 0)
                System.out.println(file.getFileName() + " lost " + lost + " added " + added + " " + parsed.notes() + " "
                        + parsed.suspicions());
        }
        System.out.printf(ROW, "format", "files", "unread", "words", "lost", "of all", "absent", "added");
        sums.forEach((kind, s) -> System.out.printf(
                Locale.ROOT,
                ROW,
                kind,
                s.files,
                s.unread,
                s.words,
                s.lost,
                String.format(Locale.ROOT, "%.3f%%", 100.0 * s.lost / Math.max(1, s.words)),
                s.unknown,
                s.added));
    }

    /** All that a reader of the blocks sees: their text, and labels, which are not in it. */
    private static List<String> words(Block block) {
        List<String> words = new ArrayList<>(List.of(block.text()));
        if (block instanceof Block.Step step) words.add(step.number());
        if (block instanceof Block.ListItem item) words.add(item.label());
        if (block instanceof Block.Safety safety) words.add(safety.kind().name());
        return words;
    }
}
