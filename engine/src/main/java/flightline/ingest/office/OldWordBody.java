package flightline.ingest.office;

import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Turns an old Word document into blocks, as {@link WordBody} does a new one. */
final class OldWordBody {
    private static final int MOST_COLUMNS = 200;
    /** In twentieths of a point: columns whose edges lie nearer are one. */
    private static final int NEAR = 40;

    private final HWPFDocument document;
    private final PageWriter out;
    private final OldWordText text;
    private final WordParagraphs lines;
    private final OldWordNumbering counted = new OldWordNumbering();

    OldWordBody(HWPFDocument document, PageWriter out, OldWordText text) {
        this.document = document;
        this.out = out;
        this.text = text;
        this.lines = new WordParagraphs(out);
    }

    void read() {
        story(document.getRange());
        // The file does not say near which words a text box stands.
        story(document.getMainTextboxRange());
        lines.captionAlone();
    }

    /** What prints at the heads and feet of its pages, line by line. */
    static String runningHeads(HWPFDocument document) {
        Range heads = document.getHeaderStoryRange();
        var words = new StringBuilder();
        var text = new OldWordText(document, new Hidden());
        for (int i = 0; !isEmpty(heads) && i < Math.min(heads.numParagraphs(), 200); i++)
            words.append(Words.clean(text.of(heads.getParagraph(i), false).replace('\t', '\n')))
                    .append('\n');
        return words.toString();
    }

    private void story(Range range) {
        if (isEmpty(range)) return;
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            Paragraph paragraph = range.getParagraph(i);
            Optional<Table> table = paragraph.isInTable() ? table(range, paragraph) : Optional.empty();
            if (table.isPresent()) {
                table(table.get());
                i += Math.max(0, table.get().numParagraphs() - 1);
            } else {
                paragraph(paragraph, true);
            }
        }
    }

    /** The library gives an empty part of the file a paragraph of the text beside it. */
    private static boolean isEmpty(Range range) {
        return range.getEndOffset() <= range.getStartOffset();
    }

    private static Optional<Table> table(Range range, Paragraph first) {
        try {
            return Optional.of(range.getTable(first));
        } catch (IllegalArgumentException inTheMidst) {
            return Optional.empty();
        }
    }

    private void paragraph(Paragraph paragraph, boolean onWhite) {
        String style = style(paragraph);
        String raw = text.of(paragraph, onWhite && !coloured(paragraph));
        var label = counted.next(paragraph);
        if (!WordParagraphs.isContents(style)) {
            int byName = WordParagraphs.level(style);
            int level = byName < WordParagraphs.BODY_LEVEL ? byName : paragraph.getLvl();
            lines.write(raw, style, level, label);
        }
        footnotes();
    }

    private void footnotes() {
        for (OldWordText.Note note : text.takeNotes()) {
            String words = joined(note.text(), true).replace('\n', ' ');
            if (!words.isEmpty()) out.paragraph("[" + note.number() + "] " + words);
        }
    }

    private String style(Paragraph paragraph) {
        var style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        String name = style == null || style.getName() == null ? "" : style.getName();
        // Other names of the style follow behind commas.
        return name.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean coloured(Paragraph paragraph) {
        var shading = paragraph.getShading();
        return shading != null && !shading.isEmpty();
    }

    private void table(Table table) {
        int rows = table.numRows();
        if (rows == 1 && table.getRow(0).numCells() == 1) boxed(table.getRow(0).getCell(0));
        else {
            List<Integer> edges = edges(table);
            List<TableLine> read = new ArrayList<>();
            List<String> above = List.of();
            for (int r = 0; r < rows; r++) {
                TableRow row = table.getRow(r);
                boolean heading = row.isTableHeader()
                        || (r == 0 && rows > 1 && row.numCells() > 1 && bold(row) && !bold(table.getRow(1)));
                TableLine line = line(row, edges, above, heading);
                above = line.cells();
                read.add(line);
            }
            lines.table(read);
        }
        footnotes();
    }

    /** Left edges of all cells: the columns of the whole table, over which a row's cells may reach. */
    private static List<Integer> edges(Table table) {
        var all = new TreeSet<Integer>();
        for (int r = 0; r < table.numRows(); r++)
            for (int c = 0; c < table.getRow(r).numCells(); c++)
                all.add(table.getRow(r).getCell(c).getLeftEdge());
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) if (edges.isEmpty() || edge - edges.getLast() > NEAR) edges.add(edge);
        return edges;
    }

    private TableLine line(TableRow row, List<Integer> edges, List<String> above, boolean heading) {
        List<String> line = new ArrayList<>();
        int own = 0;
        for (int c = 0; c < row.numCells() && line.size() < MOST_COLUMNS; c++) {
            TableCell cell = row.getCell(c);
            int left = cell.getLeftEdge();
            while (line.size() < edges.size() && edges.get(line.size()) < left - NEAR) line.add("");
            boolean goesOn = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() && line.size() < above.size();
            boolean beside = cell.isMerged() && !cell.isFirstMerged() && !line.isEmpty();
            String words = goesOn ? above.get(line.size()) : beside ? line.getLast() : joined(cell, false);
            if (!beside) own++;
            int right = left + cell.getWidth() - NEAR;
            do line.add(words);
            while (line.size() < Math.min(edges.size(), MOST_COLUMNS) && edges.get(line.size()) < right);
        }
        return own == 1 && !heading && line.size() > 1
                ? TableLine.across(line.getFirst(), line.size())
                : new TableLine(line, heading);
    }

    private static boolean bold(TableRow row) {
        for (int c = 0; c < row.numCells(); c++) {
            TableCell cell = row.getCell(c);
            for (int i = 0; i < cell.numCharacterRuns(); i++)
                if (!cell.getCharacterRun(i).isBold()
                        && !Words.clean(cell.getCharacterRun(i).text().replace('\u0007', ' '))
                                .isEmpty()) return false;
        }
        return true;
    }

    /** A box around text: a warning where it is labelled so, else what stands in it. */
    private void boxed(TableCell cell) {
        lines.captionAlone();
        if (PageWriter.labelled(peek(cell))) out.paragraph(joined(cell, false).replace('\n', ' '));
        else for (int i = 0; i < cell.numParagraphs(); i++) paragraph(cell.getParagraph(i), false);
    }

    private static String peek(Range cell) {
        return Words.clean(cell.text().replace('\u0007', ' '));
    }

    private String joined(Range cell, boolean onWhite) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            Paragraph paragraph = cell.getParagraph(i);
            String number =
                    counted.next(paragraph).map(WordNumbering.Label::label).orElse("");
            pieces.add((number + " " + Words.clean(text.of(paragraph, onWhite))).strip());
        }
        pieces.removeIf(String::isBlank);
        return String.join("\n", pieces);
    }
}
