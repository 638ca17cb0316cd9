package flightline.ingest.office;

import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Turns slides into blocks: title, then shapes in the order of the slide, then the speaker's notes. */
final class SlideBlocks {
    private final PageWriter out;
    private final Hidden hidden;
    private final Dimension page;

    SlideBlocks(PageWriter out, Hidden hidden, Dimension page) {
        this.out = out;
        this.hidden = hidden;
        this.page = page;
    }

    void read(XMLSlideShow show) {
        for (XSLFSlide slide : show.getSlides()) {
            String place = "slide " + slide.getSlideNumber();
            var shapes = slide.getShapes();
            if (slide.isHidden()) {
                var words = new StringBuilder();
                shapes.forEach(shape -> words.append(words(shape)).append(' '));
                hidden.text(place, "a hidden slide", words.toString());
                continue;
            }
            String title = Words.line(String.valueOf(slide.getTitle() == null ? "" : slide.getTitle()));
            out.heading(1, "", title.isEmpty() ? "Slide " + slide.getSlideNumber() : title);
            for (XSLFShape shape : shapes) shape(shape, place);
            notes(slide.getNotes());
        }
    }

    private void shape(XSLFShape shape, String place) {
        Rectangle2D at = shape.getAnchor();
        boolean placed = at != null && at.getWidth() > 0 && at.getHeight() > 0;
        if (placed && !at.intersects(0, 0, page.getWidth(), page.getHeight())) {
            hidden.text(place, "off the slide", words(shape));
            return;
        }
        switch (shape) {
            case XSLFGroupShape group -> group.getShapes().forEach(inner -> shapeInGroup(inner, place));
            case XSLFTable table -> table(table);
            case XSLFTextShape text -> text(text, place);
            default -> {}
        }
    }

    /** A group has coordinates of its own. */
    private void shapeInGroup(XSLFShape shape, String place) {
        if (shape instanceof XSLFGroupShape group) group.getShapes().forEach(inner -> shapeInGroup(inner, place));
        else if (shape instanceof XSLFTable table) table(table);
        else if (shape instanceof XSLFTextShape text) text(text, place);
    }

    private void text(XSLFTextShape shape, String place) {
        Placeholder kind = shape.getPlaceholder();
        if (kind == Placeholder.TITLE
                || kind == Placeholder.CENTERED_TITLE
                || kind == Placeholder.SLIDE_NUMBER
                || kind == Placeholder.DATETIME
                || kind == Placeholder.FOOTER) return;
        int[] counts = new int[10];
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            String words = visible(paragraph, place);
            if (words.isEmpty()) continue;
            int level = Math.clamp(paragraph.getIndentLevel(), 0, 8);
            var numbered = paragraph.getAutoNumberingScheme();
            if (numbered != null && !PageWriter.labelled(words)) {
                java.util.Arrays.fill(counts, level + 1, counts.length, 0);
                Integer start = paragraph.getAutoNumberingStartAt();
                counts[level] = counts[level] == 0 ? Math.max(1, start == null ? 1 : start) : counts[level] + 1;
                out.step(numbered.format(counts[level]), level, words);
            } else if (paragraph.isBullet() && !PageWriter.labelled(words)) out.item("", level, words);
            else out.paragraph(words);
        }
    }

    private String visible(XSLFTextParagraph paragraph, String place) {
        var words = new StringBuilder();
        for (var run : paragraph.getTextRuns()) {
            Double size = run.getFontSize();
            if (size != null && size <= 1) hidden.text(place, "of " + size + " points", run.getRawText());
            else words.append(run.getRawText().replace('\u000B', '\n'));
        }
        return Words.clean(words.toString());
    }

    private void table(XSLFTable table) {
        List<TableLine> lines = new ArrayList<>();
        List<String> above = List.of();
        for (int r = 0; r < table.getNumberOfRows(); r++) {
            List<String> line = new ArrayList<>();
            List<String> own = new ArrayList<>();
            for (int c = 0; c < table.getNumberOfColumns(); c++) {
                var cell = table.getCell(r, c);
                if (cell != null && !cell.isMerged()) {
                    line.add(Words.line(cell.getText()));
                    own.add(line.getLast());
                } else {
                    boolean across = c > 0
                            && cell != null
                            && cell.getXmlObject()
                                    instanceof org.openxmlformats.schemas.drawingml.x2006.main.CTTableCell x
                            && x.getHMerge();
                    line.add(across ? line.getLast() : c < above.size() ? above.get(c) : "");
                }
            }
            above = line;
            lines.add(new TableLine(line, String.join("\t", own).strip(), r == 0 && table.getNumberOfRows() > 1));
        }
        out.table("", lines);
    }

    private void notes(@org.jspecify.annotations.Nullable XSLFNotes notes) {
        if (notes == null) return;
        for (XSLFShape shape : notes.getShapes())
            if (shape instanceof XSLFTextShape text && text.getPlaceholder() == Placeholder.BODY)
                for (XSLFTextParagraph paragraph : text.getTextParagraphs())
                    out.paragraph(Words.clean(paragraph.getText()));
    }

    private static String words(XSLFShape shape) {
        if (shape instanceof XSLFTextShape text) return text.getText();
        if (shape instanceof XSLFGroupShape group)
            return String.join(
                    " ", group.getShapes().stream().map(SlideBlocks::words).toList());
        if (shape instanceof XSLFTable table)
            return table.getRows().stream()
                    .flatMap(row -> row.getCells().stream())
                    .map(XSLFTextShape::getText)
                    .collect(Collectors.joining(" "));
        return "";
    }
}
