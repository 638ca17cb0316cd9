package flightline.ingest.pdf;

import flightline.ingest.ocr.PageImage;
import flightline.ingest.ocr.RecognisedLine;
import flightline.ingest.ocr.RecognitionOutcome;
import flightline.ingest.ocr.Tesseract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Has the pages without a usable text layer recognised, several at a time; the other pages stay as they are. */
final class Scans {
    /** Fewer letters than this on a page with a picture are a stamp on a scan. */
    private static final int FEWEST_LETTERS = 25;
    /** Of 100; a page read worse than this was perhaps read lying on its side. */
    private static final double PLAUSIBLE = 55;
    /** Of 100; a page read worse than this has to be looked at. */
    private static final double LEGIBLE = 70;
    /** By so much surer must a page be read upside down, of which the program does not say that it lies so. */
    private static final double CLEARLY = 15;
    /** Shorter words may be as high as they are wide. */
    private static final int LONG_WORD = 4;

    private final Tesseract program;
    private final int threads;

    Scans(Tesseract program, int threads) {
        this.program = program;
        this.threads = threads;
    }

    /**
     * What became of the scanned pages.
     *
     * @param read recognised, by their number
     * @param unread why not, by their number
     * @param doubtful numbers of those that were read badly
     * @param absent whether there is no program to read them
     */
    record Outcome(
            Map<Integer, Sheet> read,
            Map<Integer, String> unread,
            Set<Integer> doubtful,
            boolean absent,
            boolean stopped) {}

    /** Whether the page has a picture and no text worth the name, or nothing but drawing. */
    static boolean isScan(Sheet sheet) {
        int letters = 0;
        int signs = 0;
        for (Word word : sheet.words()) {
            letters += (int)
                    word.text().codePoints().filter(Character::isLetterOrDigit).count();
            signs += word.text().length();
        }
        if (sheet.images() == 0) return false;
        // A text layer whose fonts tell no characters is a row of odd signs.
        return letters < FEWEST_LETTERS || letters * 3 < signs;
    }

    Outcome recognise(PDDocument document, List<Sheet> scans) throws IOException {
        var read = new TreeMap<Integer, Sheet>();
        var unread = new TreeMap<Integer, String>();
        var doubtful = new TreeSet<Integer>();
        var rendering = new PageRendering(document);
        boolean absent = false;
        boolean stopped = false;
        // One picture more than is worked on waits, so that memory stays bounded however many pages there are.
        var room = new Semaphore(threads + 1);
        try (var readers = Executors.newFixedThreadPool(threads)) {
            var pending = new ArrayList<Map.Entry<Sheet, Future<Page>>>();
            for (Sheet sheet : scans) {
                room.acquireUninterruptibly();
                if (over(pending)) break;
                try {
                    PageImage image = rendering.draw(sheet);
                    pending.add(Map.entry(sheet, readers.submit(() -> {
                        try {
                            return read(sheet, image);
                        } finally {
                            room.release();
                        }
                    })));
                } catch (IOException | RuntimeException broken) {
                    unread.put(sheet.number(), "cannot be drawn: " + broken.getMessage());
                    room.release();
                }
            }
            for (var page : pending) {
                Page outcome = page.getValue().get();
                int number = page.getKey().number();
                switch (outcome) {
                    case Page.Read(var sheet, var confidence) -> {
                        read.put(number, sheet);
                        if (confidence < LEGIBLE) doubtful.add(number);
                    }
                    case Page.Unread(var why) -> unread.put(number, why);
                    case Page.Absent(var why) -> {
                        unread.put(number, why);
                        absent = true;
                    }
                    case Page.Stopped() -> stopped = true;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        } catch (ExecutionException broken) {
            throw new IOException("text recognition broke down: " + broken.getCause(), broken);
        }
        return new Outcome(read, unread, doubtful, absent, stopped);
    }

    private sealed interface Page {
        record Read(Sheet sheet, double confidence) implements Page {}

        record Unread(String why) implements Page {}

        record Absent(String why) implements Page {}

        record Stopped() implements Page {}
    }

    /** Without the program, and after a stop, the pages that are left need not be drawn. */
    private static boolean over(List<Map.Entry<Sheet, Future<Page>>> pending) {
        return pending.stream()
                .map(Map.Entry::getValue)
                .filter(f -> f.state() == Future.State.SUCCESS)
                .anyMatch(f -> f.resultNow() instanceof Page.Absent || f.resultNow() instanceof Page.Stopped);
    }

    private Page read(Sheet sheet, PageImage image) {
        return switch (program.read(Banners.lightened(image))) {
            case RecognitionOutcome.Read(var lines) ->
                confidence(lines) >= PLAUSIBLE && !lies(lines)
                        ? page(sheet, image, 0, lines)
                        : turned(sheet, image, lines);
            case RecognitionOutcome.Absent(var why) -> new Page.Absent(why);
            case RecognitionOutcome.Failed(var why) -> new Page.Unread(why);
            case RecognitionOutcome.Stopped() -> new Page.Stopped();
        };
    }

    private static Page page(Sheet sheet, PageImage image, int turn, List<RecognisedLine> lines) {
        return new Page.Read(RecognisedPage.of(sheet, image, turn, lines), confidence(lines));
    }

    /** Some pages are scanned lying on their side or standing on their head. */
    private Page turned(Sheet sheet, PageImage image, List<RecognisedLine> asItIs) {
        Page best = page(sheet, image, 0, asItIs);
        double surest = lies(asItIs) ? 0 : confidence(asItIs);
        int said = turn(image);
        double margin = said == 0 && !lies(asItIs) ? CLEARLY : 0;
        for (int turn : said != 0 ? List.of(said) : lies(asItIs) ? List.of(1, 3) : List.of(2)) {
            PageImage straight = image.turned(turn);
            if (program.read(Banners.lightened(straight)) instanceof RecognitionOutcome.Read(var lines)
                    && !lies(lines)
                    && confidence(lines) > surest + margin) {
                best = page(sheet, straight, turn, lines);
                surest = confidence(lines);
            }
        }
        return best;
    }

    /** By how many quarters the program says that most lines are turned; 0 where it does not say. */
    private int turn(PageImage image) {
        if (!(program.readTurned(image) instanceof RecognitionOutcome.Read(var found))) return 0;
        Map<Integer, Long> turns = found.stream()
                .collect(Collectors.groupingBy(RecognisedLine::turn, TreeMap::new, Collectors.counting()));
        return turns.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Whether most words are higher than wide: the program reads lines that run up the page and says nothing of it. */
    private static boolean lies(List<RecognisedLine> lines) {
        var words = lines.stream()
                .flatMap(l -> l.words().stream())
                .filter(w -> w.text().length() >= LONG_WORD)
                .toList();
        long high = words.stream()
                .filter(w -> w.bottom() - w.top() > w.right() - w.left())
                .count();
        return high * 2 > words.size();
    }

    private static double confidence(List<RecognisedLine> lines) {
        return lines.stream()
                .flatMap(l -> l.words().stream())
                .mapToInt(w -> w.confidence())
                .average()
                .orElse(0);
    }
}
