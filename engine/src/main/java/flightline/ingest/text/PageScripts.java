package flightline.ingest.text;

import flightline.ingest.ScriptMarks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Makes raised and lowered text of a page read right where it will stand in one line; see {@link ScriptMarks}. */
final class PageScripts {
    private PageScripts() {}

    /** Puts marks before raised and lowered text where it would change a value. */
    static void mark(Document page) {
        for (Element script : page.select("sup, sub")) {
            String before = text(script.previousSibling());
            Node next = script.nextSibling();
            boolean nextLowered =
                    next instanceof Element element && element.normalName().equals("sub");
            String mark = script.normalName().equals("sup")
                    ? ScriptMarks.beforeRaised(before, script.text(), text(next), nextLowered)
                    : ScriptMarks.beforeLowered(before, script.text());
            if (!mark.isEmpty()) script.before(new TextNode(mark));
        }
    }

    private static String text(@Nullable Node node) {
        return switch (node) {
            case TextNode text -> text.getWholeText();
            case Element element when !element.isBlock() -> element.wholeText();
            case null, default -> "";
        };
    }
}
