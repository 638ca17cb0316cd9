package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.List;

/**
 * Takes out of a module what its change marks say is deleted: the schema lets it stay in the file, so that a change can be
 * shown, but nobody may work to it. Not for reuse: one per module.
 */
final class DeletedContent {
    private int count;
    private int firstLine;

    private DeletedContent() {}

    /** Whether the change marks say that the element is no longer part of the module. */
    static boolean is(XmlElement element) {
        return element.attribute("changeType").equalsIgnoreCase("delete");
    }

    /**
     * The module without its deleted content; the same tree where there is none.
     *
     * @param notes takes how much was left out, and where it begins
     */
    static XmlElement leftOut(XmlElement module, List<String> notes) {
        var deleted = new DeletedContent();
        XmlElement live = deleted.copy(module);
        if (deleted.count == 0) return module;
        notes.add("line " + deleted.firstLine + ": content marked as deleted is left out: "
                + (deleted.count == 1 ? "1 element" : deleted.count + " elements, the first one here"));
        return live;
    }

    private XmlElement copy(XmlElement element) {
        var copy = new XmlElement(element.name(), element.attributes(), element.line());
        for (XmlNode node : element.nodes())
            switch (node) {
                case XmlNode.Words words -> copy.append(words);
                case XmlElement child -> {
                    if (!is(child)) copy.append(copy(child));
                    else {
                        if (count++ == 0) firstLine = child.line();
                        // A table is laid out by its rows and cells, and would shift without them.
                        if (child.is("row")) copy.append(emptied(child, liveBelow(element, child)));
                        if (child.is("entry")) copy.append(hollow(child));
                    }
                }
            }
        return copy;
    }

    /** A deleted row without its words; a cell that reaches down into rows that stay is theirs, and keeps them. */
    private XmlElement emptied(XmlElement row, int reach) {
        XmlElement empty = hollow(row);
        for (XmlElement entry : row.children("entry")) {
            String more = entry.attribute("morerows");
            boolean reaches = more.matches("\\d{1,6}") && Integer.parseInt(more) >= reach;
            empty.append(reaches && !is(entry) ? copy(entry) : hollow(entry));
        }
        return empty;
    }

    /** How many rows below a row the next one is that stays; more than any cell spans where none does. */
    private static int liveBelow(XmlElement part, XmlElement row) {
        var rows = part.children("row");
        for (int i = rows.indexOf(row) + 1; i < rows.size(); i++) if (!is(rows.get(i))) return i - rows.indexOf(row);
        return Integer.MAX_VALUE;
    }

    private static XmlElement hollow(XmlElement element) {
        return new XmlElement(element.name(), element.attributes(), element.line());
    }
}
