package flightline.ingest.text;

import flightline.ingest.ScriptMarks;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** What a page's inline elements say of their words: struck out, raised, a label. The page is changed so that its words say it. */
final class InlineMarks {
    private static final String STRUCK = "s, strike, del, [style~=(?i)text-decoration(?:-line)?\\s*:[^;]*line-through]";
    private static final String RAISED = "sup, [style~=(?i)vertical-align\\s*:\\s*super]";
    private static final String LOWERED = "sub, [style~=(?i)vertical-align\\s*:\\s*sub]";
    private static final int LONGEST_LABEL = 30;
    /** Characters that are looked at before a raised letter. */
    private static final int NEAR = 12;

    private static final Pattern NOTE = Pattern.compile("[\\[(]?(?:\\d{1,3}|[a-z]|[*†‡§]{1,3})[\\])]?");

    private InlineMarks() {}

    /** Takes struck text out; how many pieces there were. */
    static int strike(Element root) {
        int pieces = 0;
        for (Element each : root.select(STRUCK)) {
            // One within another has left the page with it.
            if (each.equals(root) || !each.root().equals(root.root())) continue;
            if (!each.text().isBlank()) pieces++;
            each.remove();
        }
        return pieces;
    }

    /** Sets raised and lowered letters on the line, and a label that is set off by its type on a line of its own. */
    static void settle(Element root) {
        for (Element raised : root.select(RAISED)) {
            String words = brief(raised);
            if (words.isEmpty()) continue;
            if (pointsToNote(raised, words)) {
                boolean bracketed = words.startsWith("[") || words.startsWith("(");
                set(raised, bracketed ? " " : " [");
                if (!bracketed) raised.after(new TextNode("]"));
                continue;
            }
            boolean lowered = raised.nextSibling() instanceof Element next && next.is(LOWERED);
            set(raised, ScriptMarks.beforeRaised(before(raised), words, behind(raised), lowered));
        }
        for (Element lowered : root.select(LOWERED)) {
            String words = brief(lowered);
            if (!words.isEmpty()) set(lowered, ScriptMarks.beforeLowered(before(lowered), words));
        }
        for (Element bold : root.select("b, strong, em, i, u, span, font")) label(bold);
    }

    /** The number of a note that it links to on the same page: it is no power of what stands before it. */
    private static boolean pointsToNote(Element raised, String words) {
        Element above = raised.parent();
        boolean links = raised.selectFirst("a[href^=#]") != null || (above != null && above.is("a[href^=#]"));
        return links && NOTE.matcher(words).matches();
    }

    /** Its words where they are few; empty where they are more than a label or a mark has. */
    private static String brief(Element element) {
        var words = new StringBuilder();
        element.filter((node, depth) -> {
            if (node instanceof TextNode text) words.append(text.getWholeText());
            return words.length() > LONGEST_LABEL ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return words.length() > LONGEST_LABEL ? "" : words.toString().strip();
    }

    private static String behind(Element element) {
        return switch (element.nextSibling()) {
            case TextNode text -> text.getWholeText();
            case Element next when !next.isBlock() -> brief(next);
            case null, default -> "";
        };
    }

    private static void set(Element element, String joint) {
        if (!joint.isEmpty()) element.before(new TextNode(joint));
    }

    /** A word such as "Note" may begin a sentence too; then its next word is small. */
    private static void label(Element element) {
        String word = brief(element);
        if (Admonition.alone(word).isEmpty()) return;
        if (!before(element).isBlank() || !(element.nextSibling() instanceof TextNode next)) return;
        String behind = next.getWholeText().strip();
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        if (behind.isEmpty() || behind.startsWith(":") || !(capitals || Character.isUpperCase(behind.charAt(0))))
            return;
        element.after(new Element("br"));
    }

    /** The last characters before a node in its own block. */
    static String before(Node node) {
        var tail = new StringBuilder();
        for (Node at = node; tail.length() < NEAR; ) {
            Node previous = at.previousSibling();
            if (previous == null) {
                if (!(at.parent() instanceof Element parent) || parent.isBlock()) break;
                at = parent;
                continue;
            }
            if (previous instanceof Element e && (e.isBlock() || e.normalName().equals("br"))) break;
            if (previous instanceof TextNode text) tail.insert(0, text.getWholeText());
            else if (previous instanceof Element e) tail.insert(0, e.wholeText());
            at = previous;
        }
        return tail.toString();
    }
}
