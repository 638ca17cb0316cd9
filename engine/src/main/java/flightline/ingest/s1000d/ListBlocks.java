package flightline.ingest.s1000d;

import java.util.List;
import java.util.stream.Collectors;

/** Writes lists, nested ones one deeper. */
final class ListBlocks {
    private final Desk desk;
    private final ModuleWalk walk;
    private int depth;

    ListBlocks(Desk desk, ModuleWalk walk) {
        this.desk = desk;
        this.walk = walk;
    }

    void write(XmlElement list) {
        desk.out().titled("", list.child("title").map(desk.words()::of).orElse(""), () -> items(list));
    }

    private void items(XmlElement list) {
        boolean counted = list.is("sequentialList", "attentionSequentialList");
        int number = 0;
        for (XmlElement child : list.children()) {
            switch (child.name()) {
                case "title" -> {} // written above the items
                case "definitionListItem" -> definition(child);
                case "definitionListHeader" -> desk.out().besides(desk.words().of(child));
                case "listItemTerm" -> {} // issue 3: term and definition side by side, written with the definition
                case "listItemDefinition" -> item("", term(list, child), child);
                default -> item(counted ? Integer.toString(++number) : "-", "", child);
            }
        }
    }

    private void definition(XmlElement pair) {
        String term =
                pair.children("listItemTerm").stream().map(desk.words()::of).collect(Collectors.joining(", "));
        item("", term, pair.child("listItemDefinition").orElse(pair));
    }

    private String term(XmlElement list, XmlElement definition) {
        String term = "";
        for (XmlElement child : list.children()) {
            if (child == definition) return term;
            if (child.is("listItemTerm")) term = desk.words().of(child);
        }
        return term;
    }

    private void item(String label, String term, XmlElement item) {
        List<Flow.Piece> pieces = desk.flow().cut(item);
        int lines = 0;
        var text = new StringBuilder(term);
        while (lines < pieces.size() && pieces.get(lines) instanceof Flow.Piece.Line(var line)) {
            if (!text.isEmpty()) text.append(lines == 0 ? ": " : " ");
            text.append(line);
            lines++;
        }
        desk.out().item(label, depth, text.toString());
        depth++;
        walk.writePieces(pieces.subList(lines, pieces.size()));
        depth--;
    }
}
