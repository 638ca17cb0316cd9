package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.Locale;
import java.util.Set;

/** Turns elements into the text of one line. */
abstract class LineText {
    abstract Role role(XmlElement element);

    /** Appends an element whose words stand in its attributes; false where it is none of these. */
    abstract boolean appendSpecial(StringBuilder out, XmlElement element);

    /** What is within the element, white space reduced to single spaces. */
    final String of(XmlElement element) {
        var out = new StringBuilder();
        inside(out, element);
        return XmlElement.squeeze(out);
    }

    /** As {@link #of(XmlElement)}, without the children of these names. */
    final String of(XmlElement element, Set<String> but) {
        var kept = new XmlElement(element.name(), element.attributes(), element.line());
        for (XmlNode node : element.nodes())
            if (!(node instanceof XmlElement child && but.contains(child.name()))) kept.append(node);
        return of(kept);
    }

    final void append(StringBuilder out, XmlElement element) {
        Role role = role(element);
        if (role == Role.SILENT) return;
        var own = new StringBuilder();
        if (role == Role.SAFETY)
            own.append(element.name().toUpperCase(Locale.ROOT)).append(": ");
        if (!appendSpecial(own, element)) inside(own, element);
        if (own.isEmpty()) return;
        boolean apart = role == Role.PARAGRAPH || role == Role.BLOCK || role == Role.SAFETY || role == Role.TRANSPARENT;
        if (apart || (role != Role.TIGHT && wordsMeet(out, own))) out.append(' ');
        out.append(own);
        if (apart) out.append(' ');
    }

    private void inside(StringBuilder out, XmlElement element) {
        boolean afterElement = false;
        for (XmlNode node : element.nodes())
            switch (node) {
                case XmlNode.Words(var text) -> {
                    out.append(text);
                    afterElement = false;
                }
                case XmlElement child -> {
                    int before = out.length();
                    var piece = new StringBuilder();
                    append(piece, child);
                    // Two fields side by side are two words, though nothing stands between them in the file.
                    if (afterElement && role(child) != Role.TIGHT && wordsMeet(out, piece)) out.append(' ');
                    out.append(piece);
                    afterElement = out.length() > before && role(child) != Role.TIGHT;
                }
            }
    }

    private static boolean wordsMeet(StringBuilder left, StringBuilder right) {
        return !left.isEmpty()
                && !right.isEmpty()
                && !Character.isWhitespace(left.charAt(left.length() - 1))
                && Character.isLetterOrDigit(right.charAt(0))
                && left.charAt(left.length() - 1) != '('
                && left.charAt(left.length() - 1) != '-';
    }
}
