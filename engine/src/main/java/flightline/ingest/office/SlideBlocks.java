package flightline.ingest.office;

import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.jspecify.annotations.Nullable;

/** Turns slides, new ones and old, into blocks: title, then shapes as one reads them, then the speaker's notes. */
final class SlideBlocks {
    private static final int MOST_COLUMNS = 200;
    /** In points, of slides that do not say theirs: four to three, as the programs take it. */
    private static final Dimension USUAL = new Dimension(720, 540);

    /** A number that was typed before an action. */
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2}[.)]|\\(\\d{1,2}\\)|[A-Za-z][.)]|\\([a-z]\\))[ \\t]+(?=\\p{Lu})");

    private final PageWriter out;
    private final Hidden hidden;
    private boolean titled;

    SlideBlocks(PageWriter out, Hidden hidden) {
        this.out = out;
        this.hidden = hidden;
    }

    void read(SlideShow<?, ?> show) {
        boolean sized = !(show instanceof XMLSlideShow modern)
                || modern.getCTPresentation().isSetSldSz();
        var size = sized ? show.getPageSize() : USUAL;
        var page = new Rectangle2D.Double(0, 0, size.getWidth(), size.getHeight());
        for (Slide<?, ?> slide : show.getSlides()) slide(slide, page);
    }

    /** What a librarian should know of what was left out. */
    static List<String> notes(SlideShow<?, ?> show) {
        boolean commented =
                show.getSlides().stream().anyMatch(s -> !s.getComments().isEmpty());
        return commented ? List.of("has comments on its slides, which were left out") : List.of();
    }

    private void slide(Slide<?, ?> slide, Rectangle2D page) {
        String place = "slide " + slide.getSlideNumber();
        if (slide.isHidden()) {
            var words = new StringBuilder();
            for (Shape<?, ?> shape : slide.getShapes())
                words.append(words(shape)).append(' ');
            hidden.text(place, "a hidden slide", words.toString());
            return;
        }
        String title = Words.line(slide.getTitle() == null ? "" : slide.getTitle());
        String standing = standing(slide, title);
        out.heading(1, "", standing.isEmpty() ? "Slide " + slide.getSlideNumber() : standing);
        titled = false;
        var look = new SlideLook(slide);
        for (Shape<?, ?> shape : SlideOrder.of(slide.getShapes())) {
            Rectangle2D at = SlideLook.anchor(shape);
            if (at.getWidth() > 0 && at.getHeight() > 0 && !at.intersects(page))
                hidden.text(place, "off the slide", words(shape));
            else shape(shape, look, title, place);
        }
        notes(slide.getNotes());
    }

    private void shape(Shape<?, ?> shape, SlideLook look, String title, String place) {
        switch (shape) {
            case TableShape<?, ?> table -> table(table, look, place);
            case XSLFDiagram diagram -> {
                var drawn = diagram.getGroupShape();
                if (drawn != null) shape(drawn, look, title, place);
            }
            case GroupShape<?, ?> group -> {
                for (Shape<?, ?> inner : SlideOrder.of(group.getShapes())) shape(inner, look, title, place);
            }
            case TextShape<?, ?> text -> {
                if (!isMargin(text) && !isTitle(text, title)) text(text, look, place);
            }
            default -> {}
        }
    }

    /** The words of a title that are not struck. */
    private String standing(Slide<?, ?> slide, String title) {
        for (Shape<?, ?> shape : slide.getShapes())
            if (!title.isEmpty()
                    && shape instanceof TextShape<?, ?> text
                    && Words.line(text.getText()).equals(title)) {
                var words = new StringBuilder();
                for (TextParagraph<?, ?, ?> paragraph : text.getTextParagraphs()) {
                    for (var run : paragraph.getTextRuns())
                        if (!struck(run, run.getRawText())) words.append(run.getRawText());
                    words.append('\n');
                }
                return Words.line(words.toString().replace('\u000B', '\n'));
            }
        return title;
    }

    private boolean struck(TextRun run, @Nullable String words) {
        boolean struck = run.isStrikethrough();
        if (struck && words != null && !words.isBlank()) hidden.struck();
        return struck;
    }

    private static boolean isMargin(TextShape<?, ?> shape) {
        Placeholder kind = shape.getPlaceholder();
        return kind == Placeholder.SLIDE_NUMBER
                || kind == Placeholder.DATETIME
                || kind == Placeholder.FOOTER
                || kind == Placeholder.HEADER
                || kind == Placeholder.SLIDE_IMAGE;
    }

    /** What stands in the heading already is passed over once, whatever the file calls its place. */
    private boolean isTitle(TextShape<?, ?> shape, String title) {
        if (titled || !Words.line(shape.getText()).equals(title)) return false;
        titled = true;
        return true;
    }

    private void text(TextShape<?, ?> shape, SlideLook look, String place) {
        int[] counts = new int[10];
        for (TextParagraph<?, ?, ?> paragraph : shape.getTextParagraphs()) {
            String words = visible(paragraph, shape, look, place);
            if (words.isEmpty()) continue;
            int level = Math.clamp(paragraph.getIndentLevel(), 0, 8);
            var bullet = paragraph.getBulletStyle();
            var numbered = numbered(paragraph);
            Matcher typed = TYPED.matcher(words);
            if (numbered != null && !PageWriter.labelled(words)) {
                Arrays.fill(counts, level + 1, counts.length, 0);
                Integer start = startAt(paragraph);
                counts[level] = counts[level] == 0 ? Math.max(1, start == null ? 1 : start) : counts[level] + 1;
                out.step(numbered.format(counts[level]), level, words);
            } else if (bullet != null && numbered == null && !PageWriter.labelled(words)) out.item("", level, words);
            else if (bullet != null) out.labelled(words, level);
            else if (typed.lookingAt()) out.step(typed.group(1), level, words.substring(typed.end()));
            else out.paragraph(words);
        }
    }

    /** How it counts itself, if it does; newer files may do so without saying in which type. */
    private static @Nullable AutoNumberingScheme numbered(TextParagraph<?, ?, ?> paragraph) {
        if (paragraph instanceof XSLFTextParagraph modern) return modern.getAutoNumberingScheme();
        var bullet = paragraph.getBulletStyle();
        return bullet == null ? null : bullet.getAutoNumberingScheme();
    }

    private static @Nullable Integer startAt(TextParagraph<?, ?, ?> paragraph) {
        if (paragraph instanceof XSLFTextParagraph modern) return modern.getAutoNumberingStartAt();
        var bullet = paragraph.getBulletStyle();
        return bullet == null ? null : bullet.getAutoNumberingStartAt();
    }

    private String visible(TextParagraph<?, ?, ?> paragraph, TextShape<?, ?> shape, SlideLook look, String place) {
        var words = new StringBuilder();
        var levels = new Levels(words);
        for (var run : paragraph.getTextRuns()) {
            String raw = run.getRawText() == null ? "" : run.getRawText().replace('\u000B', '\n');
            String why = look.hidden(run, shape);
            if (!why.isEmpty()) {
                hidden.text(place, why, raw);
                continue;
            }
            if (struck(run, raw)) continue;
            levels.next(
                    run.isSuperscript()
                            ? Levels.Level.RAISED
                            : run.isSubscript() ? Levels.Level.LOWERED : Levels.Level.LINE);
            words.append(raw);
        }
        levels.settle();
        return Words.clean(words.toString());
    }

    private void table(TableShape<?, ?> table, SlideLook look, String place) {
        int rows = table.getNumberOfRows();
        int columns = Math.min(table.getNumberOfColumns(), MOST_COLUMNS);
        String[][] grid = new String[rows][columns];
        int head = rows > 1 ? 1 : 0;
        List<TableLine> lines = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            boolean whole = false;
            for (int c = 0; c < columns; c++) {
                var cell = table.getCell(r, c);
                if (cell == null || cell.isMerged()) continue;
                List<String> pieces = new ArrayList<>();
                for (TextParagraph<?, ?, ?> paragraph : cell.getTextParagraphs())
                    pieces.add(visible(paragraph, cell, look, place));
                String words = Words.clean(String.join("\n", pieces));
                whole |= columns > 1 && cell.getGridSpan() >= columns;
                boolean parted =
                        r == 0 && (cell.getRowSpan() > 1 || (cell.getGridSpan() > 1 && cell.getGridSpan() < columns));
                if (parted && rows > 2 && names(table, 1, columns)) head = 2;
                for (int down = r; down < Math.min(rows, r + Math.max(1, cell.getRowSpan())); down++)
                    for (int right = c; right < Math.min(columns, c + Math.max(1, cell.getGridSpan())); right++)
                        grid[down][right] = words;
            }
            List<String> line =
                    Arrays.stream(grid[r]).map(w -> w == null ? "" : w).toList();
            boolean heading = r < head;
            lines.add(whole && !heading ? TableLine.across(line.getFirst(), columns) : new TableLine(line, heading));
        }
        out.table("", lines);
    }

    /** Whether the row goes on naming columns below a head whose cells are merged: it has words and no values. */
    private static boolean names(TableShape<?, ?> table, int row, int columns) {
        boolean any = false;
        for (int c = 0; c < columns; c++) {
            var cell = table.getCell(row, c);
            if (cell == null || cell.isMerged()) continue;
            String words = Words.line(cell.getText());
            if (words.chars().anyMatch(Character::isDigit)) return false;
            any |= !words.isEmpty();
        }
        return any;
    }

    /** All that stands on the page of notes: in its place for them, in boxes beside it, in tables. */
    private void notes(@Nullable Notes<?, ?> notes) {
        if (notes == null) return;
        for (Shape<?, ?> shape : notes.getShapes())
            if (shape instanceof TableShape || shape instanceof GroupShape) out.paragraph(Words.clean(words(shape)));
            else if (shape instanceof TextShape<?, ?> text && !isMargin(text))
                for (TextParagraph<?, ?, ?> paragraph : text.getTextParagraphs()) {
                    var words = new StringBuilder();
                    for (var run : paragraph.getTextRuns())
                        if (!struck(run, run.getRawText())) words.append(run.getRawText());
                    out.paragraph(Words.clean(words.toString().replace('\u000B', '\n')));
                }
    }

    private static String words(Shape<?, ?> shape) {
        var words = new StringBuilder();
        switch (shape) {
            case TableShape<?, ?> table -> {
                for (int r = 0; r < table.getNumberOfRows(); r++)
                    for (int c = 0; c < table.getNumberOfColumns(); c++) {
                        var cell = table.getCell(r, c);
                        if (cell != null) words.append(cell.getText()).append(' ');
                    }
            }
            case XSLFDiagram diagram -> {
                if (diagram.getGroupShape() != null) words.append(words(diagram.getGroupShape()));
            }
            case GroupShape<?, ?> group -> {
                for (Shape<?, ?> inner : group.getShapes())
                    words.append(words(inner)).append(' ');
            }
            case TextShape<?, ?> text -> words.append(text.getText());
            default -> {}
        }
        return words.toString();
    }
}
