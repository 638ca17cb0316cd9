package flightline.ingest.text;

import flightline.ingest.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Formulas of a page (MathML) on one line, see {@link Formula}. The page is changed so that its words say them. */
final class PageFormulas {
    /** Deeper than any formula that is written by hand. */
    private static final int DEEPEST = 60;
    /** The same formula once more, drawn for browsers. */
    private static final String DRAWN = ".katex-html, mjx-math";
    /** A second writing of what stands beside it, and what takes up room only. */
    private static final String UNREAD = "annotation, annotation-xml, mphantom, mspace, none, mprescripts";

    private PageFormulas() {}

    static void settle(Element root) {
        for (Element drawn : root.select(DRAWN))
            if (!drawn.siblingElements().select("math").isEmpty()) drawn.remove();
        for (Element formula : root.select("math")) {
            if (formula.parent() == null) continue;
            boolean apart = formula.attr("display").equals("block");
            if (apart) formula.before(new Element("br"));
            formula.before(new TextNode(line(formula, InlineMarks.before(formula), 0)));
            if (apart) formula.before(new Element("br"));
            formula.remove();
        }
    }

    /** @param before what stands before it in the same line */
    private static String line(Element formula, CharSequence before, int depth) {
        var out = new StringBuilder();
        for (var node : formula.childNodes()) {
            if (node instanceof TextNode text) out.append(text.text().strip());
            if (!(node instanceof Element part)) continue;
            CharSequence line = out.isEmpty() ? before : out;
            if (first(part).is("mfrac")) out.append(Formula.beforeFraction(line));
            out.append(part(part, depth + 1));
        }
        return out.toString();
    }

    /** What is read first of it: the fraction in a row of one. */
    private static Element first(Element part) {
        Element at = part;
        while (at.is("mrow, mstyle, semantics") && at.childrenSize() > 0) at = at.child(0);
        return at;
    }

    private static String part(Element e, int depth) {
        if (depth > DEEPEST) return e.text();
        return switch (e.normalName()) {
            case "mfrac" -> Formula.fraction(child(e, 0, depth), child(e, 1, depth));
            case "msup", "mover" -> Formula.raised(child(e, 0, depth), child(e, 1, depth));
            case "msub", "munder" -> Formula.lowered(child(e, 0, depth), child(e, 1, depth));
            case "msubsup", "munderover" -> Formula.both(child(e, 0, depth), child(e, 1, depth), child(e, 2, depth));
            case "msqrt" -> Formula.root(line(e, "", depth), "");
            case "mroot" -> Formula.root(child(e, 0, depth), child(e, 1, depth));
            case "mfenced" -> said(e, "open", "(") + String.join(", ", children(e, depth)) + said(e, "close", ")");
            case "mtable" ->
                e.children().stream()
                        .map(row -> String.join(", ", children(row, depth)))
                        .collect(Collectors.joining("; ", "[", "]"));
            case "mtext", "ms" -> e.text();
            default -> e.is(UNREAD) ? "" : line(e, "", depth);
        };
    }

    private static String child(Element e, int index, int depth) {
        return index < e.childrenSize() ? part(e.child(index), depth + 1).strip() : "";
    }

    private static List<String> children(Element e, int depth) {
        List<String> parts = new ArrayList<>();
        IntStream.range(0, e.childrenSize()).forEach(i -> parts.add(child(e, i, depth)));
        return parts;
    }

    private static String said(Element e, String attribute, String otherwise) {
        return e.hasAttr(attribute) ? e.attr(attribute) : otherwise;
    }
}
