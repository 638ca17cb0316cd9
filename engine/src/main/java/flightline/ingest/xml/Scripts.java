package flightline.ingest.xml;

import flightline.ingest.ScriptMarks;
import java.util.List;
import java.util.Set;

/** Makes raised and lowered text read right where it will stand in one line with what is before it; see {@link ScriptMarks}. */
public final class Scripts {
    /** Elements that change how words look and not where they stand. */
    private static final Set<String> LOOKS =
            Set.of("emphasis", "emph", "changeInline", "change", "inlineSignificantData");

    private final Set<String> raised;
    private final Set<String> lowered;

    /**
     * @param raised names of elements whose text is set higher
     * @param lowered names of elements whose text is set lower
     */
    public Scripts(Set<String> raised, Set<String> lowered) {
        this.raised = raised;
        this.lowered = lowered;
    }

    /** The same tree with marks in raised and lowered text; the tree itself where it has neither. */
    public XmlElement marked(XmlElement root) {
        boolean any = root.all(raised).isEmpty() && root.all(lowered).isEmpty();
        return any ? root : copy(root, new StringBuilder());
    }

    /** @param line what stands before the element in the same line of text; grows by what is in it */
    private XmlElement copy(XmlElement element, StringBuilder line) {
        var copy = new XmlElement(element.name(), element.attributes(), element.line());
        List<XmlNode> nodes = element.nodes();
        for (int i = 0; i < nodes.size(); i++)
            switch (nodes.get(i)) {
                case XmlNode.Words words -> {
                    line.append(words.text());
                    copy.append(words);
                }
                case XmlElement child -> {
                    String mark = mark(line, child, i + 1 < nodes.size() ? nodes.get(i + 1) : new XmlNode.Words(""));
                    if (!mark.isEmpty()) {
                        line.append(mark);
                        if (mark.isBlank()) copy.append(new XmlNode.Words(mark));
                    }
                    boolean within = raised.contains(child.name())
                            || lowered.contains(child.name())
                            || LOOKS.contains(child.name());
                    XmlElement below = copy(child, within ? line : new StringBuilder());
                    copy.append(mark.isBlank() ? below : before(below, mark));
                    if (!within) line.setLength(0);
                }
            }
        return copy;
    }

    private String mark(StringBuilder line, XmlElement child, XmlNode next) {
        if (lowered.contains(child.name())) return ScriptMarks.beforeLowered(line, child.text());
        if (!raised.contains(child.name())) return "";
        return switch (next) {
            case XmlNode.Words(var text) -> ScriptMarks.beforeRaised(line, child.text(), text, false);
            case XmlElement element ->
                ScriptMarks.beforeRaised(line, child.text(), element.text(), lowered.contains(element.name()));
        };
    }

    private static XmlElement before(XmlElement element, String mark) {
        var marked = new XmlElement(element.name(), element.attributes(), element.line());
        marked.append(new XmlNode.Words(mark));
        element.nodes().forEach(marked::append);
        return marked;
    }
}
