package flightline.ingest.office;

import flightline.ingest.text.TableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** One table, cells that span repeated in every column and row that they span. */
final class WordTable {
    private static final int MOST_COLUMNS = 200;

    private final Element table;
    private final WordCells cells;
    private final List<TableLine> lines = new ArrayList<>();
    private final List<String> above = new ArrayList<>();
    private final boolean styledHead;

    /** Reads a cell's words. */
    interface WordCells {
        String words(Element cell, boolean onWhite);

        void deletedRow();
    }

    WordTable(Element table, boolean styledHead, WordCells cells) {
        this.table = table;
        this.styledHead = styledHead;
        this.cells = cells;
    }

    List<TableLine> lines() {
        for (Element row : rows(table)) line(row);
        return lines;
    }

    static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element e : Xml.children(table)) {
            if (Xml.is(e, "tr")) rows.add(e);
            else if (Xml.is(e, "sdt") || Xml.is(e, "sdtContent") || Xml.is(e, "customXml")) rows.addAll(rows(e));
        }
        return rows;
    }

    static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Element e : Xml.children(row)) {
            if (Xml.is(e, "tc")) cells.add(e);
            else if (Xml.is(e, "sdt") || Xml.is(e, "sdtContent") || Xml.is(e, "customXml")) cells.addAll(cells(e));
        }
        return cells;
    }

    private void line(Element row) {
        if (Xml.child(row, "trPr", "del").isPresent()) {
            cells.deletedRow();
            return;
        }
        List<String> line = new ArrayList<>();
        int own = 0;
        boolean bold = true;
        for (int i = Xml.number(Xml.value(row, "trPr", "gridBefore").orElse("0"), 0); i > 0 && i < MOST_COLUMNS; i--)
            line.add("");
        List<Element> all = cells(row);
        for (Element cell : all) {
            if (line.size() >= MOST_COLUMNS) break;
            Optional<String> merge = Xml.child(cell, "tcPr", "vMerge").map(m -> Xml.attribute(m, "val"));
            boolean goesOn = merge.isPresent() && !merge.get().equals("restart") && line.size() < above.size();
            boolean onWhite = Xml.child(table, "tblPr", "tblStyle").isEmpty()
                    && !Xml.child(cell, "tcPr", "shd").map(WordLook::coloured).orElse(false);
            String words = goesOn ? above.get(line.size()) : cells.words(cell, onWhite);
            if (!goesOn) own++;
            bold &= words.isBlank() || goesOn || isBold(cell);
            int span = Xml.number(Xml.value(cell, "tcPr", "gridSpan").orElse("1"), 1);
            for (int i = Math.clamp(span, 1, MOST_COLUMNS); i > 0; i--) line.add(words);
        }
        above.clear();
        above.addAll(line);
        boolean marked = Xml.flag(row, "trPr", "tblHeader").orElse(false);
        boolean first = lines.isEmpty() && own > 1 && rows(table).size() > 1;
        boolean heading = marked || (first && (styledHead || (bold && !secondIsBold())));
        lines.add(
                all.size() == 1
                                && own == 1
                                && !heading
                                && line.size() > 1
                                && line.getFirst().equals(line.getLast())
                        ? TableLine.across(line.getLast(), line.size())
                        : new TableLine(line, heading));
    }

    private boolean secondIsBold() {
        List<Element> rows = rows(table);
        return rows.size() > 1 && cells(rows.get(1)).stream().allMatch(WordTable::isBold);
    }

    /** Whether all runs with words are set bold. */
    private static boolean isBold(Element cell) {
        boolean any = false;
        for (Element p : Xml.children(cell, "p"))
            for (Element run : Xml.children(p, "r")) {
                if (Xml.children(run, "t").isEmpty()) continue;
                any = true;
                if (!Xml.flag(run, "rPr", "b").orElse(false)) return false;
            }
        return any;
    }
}
