package flightline.ingest.pdf;

import flightline.corpus.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A document's pages after those that were scanned have been recognised, as far as they could be.
 *
 * @param recognised how the recognised pages were read, by their number
 * @param unread why scanned pages were not read, by their number
 * @param doubtful numbers of those that were read badly
 */
record ScannedPages(
        List<Sheet> sheets,
        Map<Integer, Reading> recognised,
        Map<Integer, String> unread,
        Set<Integer> doubtful,
        boolean absent,
        boolean stopped) {
    private static final String INSTALL =
            "install Tesseract (package tesseract-ocr) or name it in the configuration (tesseract), and ingest the file again";

    static ScannedPages of(PDDocument document, List<Sheet> sheets, Optional<Scans> scans) throws IOException {
        var scanned = sheets.stream().filter(Scans::isScan).toList();
        if (scanned.isEmpty()) return new ScannedPages(sheets, Map.of(), Map.of(), Set.of(), false, false);
        if (scans.isEmpty()) {
            var unread = new TreeMap<Integer, String>();
            scanned.forEach(s -> unread.put(s.number(), "text recognition is switched off"));
            return new ScannedPages(sheets, Map.of(), unread, Set.of(), false, false);
        }
        Scans.Outcome outcome = scans.get().recognise(document, scanned);
        var all = new ArrayList<Sheet>();
        for (Sheet sheet : sheets) all.add(outcome.read().getOrDefault(sheet.number(), sheet));
        var recognised = new TreeMap<Integer, Reading>();
        outcome.read().forEach((number, sheet) -> recognised.put(number, sheet.reading()));
        var unread = new TreeMap<>(outcome.unread());
        if (outcome.absent())
            scanned.forEach(s -> unread.putIfAbsent(
                    s.number(), outcome.unread().values().iterator().next()));
        return new ScannedPages(all, recognised, unread, outcome.doubtful(), outcome.absent(), outcome.stopped());
    }

    /** Why nothing could be read, and what to do about it. */
    String remedy() {
        if (unread.isEmpty()) return "nothing was found on them";
        String why = unread.values().iterator().next();
        return absent ? why + ": " + INSTALL : why;
    }

    /** What a librarian should know of pages that were recognised, and of pages that were not. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!recognised.isEmpty())
            notes.add(pages(recognised.keySet().stream().toList()) + ": scanned, read by text recognition");
        if (!doubtful.isEmpty())
            notes.add(pages(doubtful.stream().sorted().toList())
                    + ": hardly legible, words and numbers are missing or wrong; look at the page itself");
        var reasons = new TreeSet<>(unread.values());
        for (String reason : reasons)
            notes.add(pages(unread.keySet().stream()
                            .filter(n -> reason.equals(unread.get(n)))
                            .toList())
                    + ": scanned and not read, " + reason
                    + (absent
                            ? ": " + INSTALL.replace("ingest the file again", "take the document out and in again")
                            : ""));
        return notes;
    }

    /** For example {@code pages 1, 4–9}. */
    private static String pages(List<Integer> numbers) {
        var runs = new ArrayList<int[]>();
        for (int number : numbers)
            if (!runs.isEmpty() && runs.getLast()[1] == number - 1) runs.getLast()[1] = number;
            else runs.add(new int[] {number, number});
        String list = runs.stream()
                .map(r -> r[0] == r[1] ? Integer.toString(r[0]) : r[0] + "–" + r[1])
                .collect(Collectors.joining(", "));
        return (numbers.size() == 1 ? "page " : "pages ") + list;
    }
}
