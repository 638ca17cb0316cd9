package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Turns elements into the text of one line. */
abstract class LineText {
    private Function<XmlElement, Holds> holds = element -> Holds.ALL;

    /** From now on says of what stands within a line for which aircraft it holds. */
    final void conditioned(Function<XmlElement, Holds> byElement) {
        holds = byElement;
    }

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

    /** Appends the element as it reads in a line, behind the aircraft that it holds for where it says so. */
    final void append(StringBuilder out, XmlElement element) {
        if (role(element) == Role.SILENT) return;
        var own = new StringBuilder();
        plain(own, element);
        if (own.isEmpty()) return;
        Role role = role(element);
        String condition = condition(element);
        if (!condition.isEmpty()) own.insert(0, condition + " ");
        boolean apart = !condition.isEmpty()
                || role == Role.PARAGRAPH
                || role == Role.BLOCK
                || role == Role.SAFETY
                || role == Role.TRANSPARENT;
        if (apart || (role != Role.TIGHT && wordsMeet(out, own))) out.append(' ');
        out.append(own);
        if (apart) out.append(' ');
    }

    /** The element as a line of its own, without saying for which aircraft it holds. */
    final String line(XmlElement element) {
        var out = new StringBuilder();
        plain(out, element);
        return XmlElement.squeeze(out);
    }

    private String condition(XmlElement element) {
        Holds said = holds.apply(element);
        return said.always() ? "" : "[" + said.shown() + "]";
    }

    private void plain(StringBuilder own, XmlElement element) {
        Role role = role(element);
        if (role == Role.SILENT) return;
        if (role == Role.SAFETY)
            own.append(element.name().toUpperCase(Locale.ROOT)).append(": ");
        if (!appendSpecial(own, element)) inside(own, element);
    }

    private void inside(StringBuilder out, XmlElement element) {
        boolean afterElement = false;
        boolean narrowed = false;
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
                    boolean forAll = condition(child).isEmpty();
                    // Whoever reads on must not take what holds for all for a part of what holds for some.
                    if (narrowed && forAll && role(child) == Role.PARAGRAPH && !piece.isEmpty()) out.append(" [all] ");
                    if (!piece.isEmpty()) narrowed = !forAll;
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
