package flightline.drafting.datamodule;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, each element on a line of its own. What is no character of XML is left out. */
final class XmlText {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns; those with an empty name are left out */
    XmlText begin(String name, String... attributes) {
        tag(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    XmlText end() {
        String name = open.pop();
        return indent().raw("</" + name + ">\n");
    }

    XmlText empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>\n");
        return this;
    }

    XmlText words(String name, String words, String... attributes) {
        tag(name, attributes);
        out.append('>').append(escaped(words)).append("</").append(name).append(">\n");
        return this;
    }

    /** A processing instruction; a reader that does not know it passes it over. */
    XmlText instruction(String target, String words) {
        return indent().raw(
                        "<?" + target + " " + valid(words).replace("?>", "? >").replaceAll("\\s+", " ") + "?>\n");
    }

    XmlText raw(String text) {
        out.append(text);
        return this;
    }

    private void tag(String name, String... attributes) {
        indent().raw("<" + name);
        for (int i = 0; i < attributes.length; i += 2)
            if (!attributes[i].isEmpty())
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
    }

    private XmlText indent() {
        return raw("  ".repeat(open.size()));
    }

    static String escaped(String text) {
        return valid(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without what may not stand in XML at all, such as the control characters that some PDF files leave in their text. */
    static String valid(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
                .filter(c -> c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
