package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What identity is read from: the titles that a PDF offers, and its first pages as they are printed. */
final class FirstWords {
    private static final int PAGES = 3;

    private FirstWords() {}

    /** The title in the file's metadata, then the largest words of the first pages. */
    static List<String> titles(PDDocument document, List<Sheet> sheets, Typography type) {
        var titles = new ArrayList<String>();
        String title = document.getDocumentInformation().getTitle();
        if (title != null) titles.add(title.strip());
        sheets.stream().limit(2).forEach(sheet -> {
            String largest = largest(sheet, type);
            if (!largest.isEmpty()) titles.add(largest);
        });
        return titles;
    }

    private static String largest(Sheet sheet, Typography type) {
        var lines = Line.of(sheet, sheet.words());
        double size = lines.stream()
                .filter(l -> l.text().length() > 3)
                .mapToDouble(Line::size)
                .max()
                .orElse(0);
        if (size < 1.2 * type.body()) return "";
        return lines.stream()
                .filter(l -> l.size() > 0.95 * size)
                .limit(3)
                .map(Line::text)
                .collect(Collectors.joining(" "));
    }

    /** The first pages line by line, column by column, running heads among them, then the document's text. */
    static String text(List<Sheet> sheets, String sourceText) {
        String printed = sheets.stream()
                .limit(PAGES)
                .flatMap(FirstWords::lines)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
        return printed + "\n\n" + sourceText;
    }

    /** Across columns of text, a line would be half a sentence of each. */
    private static Stream<Line> lines(Sheet sheet) {
        var regions = ReadingOrder.of(sheet.words().stream().map(Item::of).toList());
        return regions.stream()
                .map(region ->
                        region.stream().flatMap(item -> item.word().stream()).toList())
                .flatMap(words -> Line.of(sheet, words).stream());
    }
}
