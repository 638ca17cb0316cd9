package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes lists, nested ones one deeper. */
final class ListBlocks {
    private final Desk desk;
    private final ModuleWalk walk;
    private final SafetyBlocks safety;
    private int depth;

    ListBlocks(Desk desk, ModuleWalk walk, SafetyBlocks safety) {
        this.desk = desk;
        this.walk = walk;
        this.safety = safety;
    }

    void write(XmlElement list) {
        desk.out().titled("", list.child("title").map(desk.words()::of).orElse(""), () -> items(list));
    }

    private void items(XmlElement list) {
        boolean counted = list.is("sequentialList", "attentionSequentialList");
        int number = 0;
        for (XmlElement child : list.children()) {
            String label = counted && !child.is("title") ? Integer.toString(++number) : "-";
            walk.under(child, () -> {
                switch (child.name()) {
                    case "title" -> {} // written above the items
                    case "definitionListItem" -> definition(child);
                    case "definitionListHeader" ->
                        desk.out().besides(desk.words().of(child));
                    case "listItemTerm" -> {} // issue 3: term and definition side by side, written with the definition
                    case "listItemDefinition" -> item("", term(list, child), child);
                    default -> item(label, "", child);
                }
            });
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
        // As with steps: a safety text goes before what it belongs to.
        var body = new ArrayList<XmlNode>();
        for (XmlNode node : item.nodes())
            if (node instanceof XmlElement child && Vocabulary.SAFETY.contains(child.name()))
                safety.write(child, false);
            else body.add(node);
        List<Flow.Piece> pieces = desk.flow().cut(body, item.hasOwnWords());
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
