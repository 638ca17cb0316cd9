package flightline.eval;

import flightline.corpus.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of one page with their boxes, taken by PDFBox's own text extraction and none of our parser's code. */
final class PageWords {
    private final List<Word> words;

    private PageWords(List<Word> words) {
        this.words = words;
    }

    /** @param box from baseline to height of the letters, origin at the page's lower left corner */
    record Word(String text, Box box) {
        double x() {
            return (box.left() + box.right()) / 2;
        }

        double y() {
            return (box.bottom() + box.top()) / 2;
        }

        boolean within(Box area) {
            return area.left() <= x() && x() <= area.right() && area.bottom() <= y() && y() <= area.top();
        }
    }

    /** @param page 1-based */
    static PageWords of(PDDocument document, int page) throws IOException {
        var letters = new Letters(document.getPage(page - 1).getCropBox().getHeight());
        letters.setStartPage(page);
        letters.setEndPage(page);
        letters.getText(document);
        return new PageWords(letters.words);
    }

    /** The text whose words' centres lie in the boxes, box after box, line after line. A word parted at a line's end is whole. */
    String text(List<Box> boxes) {
        var lines = new ArrayList<String>();
        for (Box box : boxes) lines.addAll(lines(box));
        var text = new StringBuilder();
        for (String line : lines) {
            int last = text.length() - 1;
            boolean parted = last > 0
                    && text.charAt(last) == '-'
                    && Character.isLetter(text.charAt(last - 1))
                    && Character.isLowerCase(line.charAt(0));
            if (!text.isEmpty() && !parted) text.append(' ');
            text.append(line);
        }
        return text.toString();
    }

    String all() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private List<String> lines(Box box) {
        var inside = words.stream()
                .filter(w -> w.within(box))
                .sorted(Comparator.comparingDouble((Word w) -> -w.y()))
                .toList();
        var lines = new ArrayList<List<Word>>();
        for (Word word : inside) {
            boolean same = !lines.isEmpty()
                    && lines.getLast().getFirst().y() - word.y()
                            < 0.5 * Math.max(word.box().top() - word.box().bottom(), 5);
            if (!same) lines.add(new ArrayList<>());
            lines.getLast().add(word);
        }
        return lines.stream()
                .map(line -> line.stream()
                        .sorted(Comparator.comparingDouble(Word::x))
                        .map(Word::text)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static final class Letters extends PDFTextStripper {
        private final List<Word> words = new ArrayList<>();
        private final double height;

        Letters(double height) {
            this.height = height;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            var letters = new StringBuilder();
            Box box = new Box(0, 0, 0, 0);
            for (TextPosition position : positions) {
                if (position.getUnicode().isBlank()) {
                    add(letters, box);
                    continue;
                }
                double left = position.getXDirAdj();
                double bottom = height - position.getYDirAdj();
                var own = new Box(
                        left,
                        bottom,
                        left + Math.max(0, position.getWidthDirAdj()),
                        bottom + Math.max(1, position.getHeightDir()));
                box = letters.isEmpty() ? own : box.around(own);
                letters.append(position.getUnicode());
            }
            add(letters, box);
        }

        private void add(StringBuilder letters, Box box) {
            if (!letters.isEmpty()) words.add(new Word(letters.toString(), box));
            letters.setLength(0);
        }
    }
}
