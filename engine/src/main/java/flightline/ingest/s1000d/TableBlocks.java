package flightline.ingest.s1000d;

import flightline.ingest.xml.TableGrid;
import flightline.ingest.xml.TableText;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes tables; rows that hold for other aircraft than their neighbours become a table of their own. */
final class TableBlocks {
    private final Desk desk;
    private final ModuleWalk walk;
    private final SafetyBlocks safety;

    TableBlocks(Desk desk, ModuleWalk walk, SafetyBlocks safety) {
        this.desk = desk;
        this.walk = walk;
        this.safety = safety;
    }

    void write(XmlElement table) {
        String caption = table.child("title").map(desk.words()::of).orElse("");
        // A warning in a cell stays in the cell, and is written as a warning too: it must be found as one.
        for (XmlElement one : table.all(Vocabulary.SAFETY)) safety.write(one, false);
        desk.out().besides(caption);
        for (XmlElement child : table.children())
            if (child.is("tgroup")) walk.under(child, () -> group(caption, child));
            else if (!child.is("title")) walk.write(child);
        for (XmlElement figure : table.all(Set.of("figure"))) walk.write(figure);
    }

    private void group(String caption, XmlElement group) {
        var grid = new TableGrid(group, desk.words()::conditioned, DeletedContent::is);
        List<String> header = group.child("thead").map(grid::header).orElse(List.of());
        for (String part : List.of("tbody", "tfoot"))
            for (XmlElement rows : group.children(part)) walk.under(rows, () -> rows(caption, header, grid.rows(rows)));
        if (group.child("tbody").isEmpty()) desk.out().besides(String.join("\t", header));
    }

    private void rows(String caption, List<String> header, List<TableGrid.Line> lines) {
        int from = 0;
        while (from < lines.size()) {
            XmlElement first = lines.get(from).element();
            int to = from + 1;
            while (to < lines.size() && reference(lines.get(to).element()).equals(reference(first))) to++;
            var run = new ArrayList<List<String>>();
            for (TableGrid.Line line : lines.subList(from, to)) run.add(line.cells());
            walk.under(first, () -> TableText.write(desk.out(), caption, header, run));
            from = to;
        }
    }

    private static String reference(XmlElement row) {
        return row.attribute("applicRefId");
    }
}
