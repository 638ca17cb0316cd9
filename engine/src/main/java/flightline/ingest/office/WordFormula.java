package flightline.ingest.office;

import flightline.ingest.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** A formula of Word (Office Math) on one line, see {@link Formula}. */
final class WordFormula {
    private final Function<Element, String> words;

    /** @param words those of a run that can be seen */
    WordFormula(Function<Element, String> words) {
        this.words = words;
    }

    /**
     * @param formula an {@code oMath} or a part of one
     * @param before what stands before it in the same line
     */
    String line(Element formula, CharSequence before) {
        var out = new StringBuilder();
        for (Element part : Xml.children(formula)) {
            boolean stroke = part.getLocalName().equals("f");
            CharSequence line = out.isEmpty() ? before : out;
            if (stroke) out.append(Formula.beforeFraction(line));
            out.append(part(part));
        }
        return out.toString();
    }

    private String part(Element e) {
        return switch (e.getLocalName()) {
            case "r" -> words.apply(e);
            case "f" -> Formula.fraction(of(e, "num"), of(e, "den"));
            case "sSup" -> Formula.raised(of(e, "e"), of(e, "sup"));
            case "sSub" -> Formula.lowered(of(e, "e"), of(e, "sub"));
            case "sSubSup" -> Formula.both(of(e, "e"), of(e, "sub"), of(e, "sup"));
            case "sPre" -> Formula.both("", of(e, "sub"), of(e, "sup")) + of(e, "e");
            case "rad" -> Formula.root(of(e, "e"), of(e, "deg"));
            case "nary" -> Formula.both(said(e, "naryPr", "chr", "∫"), of(e, "sub"), of(e, "sup")) + " " + of(e, "e");
            case "func" -> of(e, "fName") + " " + of(e, "e");
            case "limLow" -> Formula.lowered(of(e, "e"), of(e, "lim"));
            case "limUpp" -> Formula.raised(of(e, "e"), of(e, "lim"));
            case "acc" -> of(e, "e") + said(e, "accPr", "chr", "\u0302");
            case "d" ->
                said(e, "dPr", "begChr", "(")
                        + all(e, "e", said(e, "dPr", "sepChr", "|"))
                        + said(e, "dPr", "endChr", ")");
            case "eqArr" -> all(e, "e", "\n");
            case "m" ->
                "["
                        + Xml.children(e, "mr").stream()
                                .map(row -> all(row, "e", ", "))
                                .collect(Collectors.joining("; "))
                        + "]";
            case "del", "moveFrom" -> "";
            default -> e.getLocalName().endsWith("Pr") ? "" : line(e, "");
        };
    }

    private String of(Element e, String child) {
        return all(e, child, " ");
    }

    private String all(Element e, String child, String between) {
        List<String> parts = new ArrayList<>();
        for (Element part : Xml.children(e, child)) parts.add(line(part, "").strip());
        return String.join(between, parts);
    }

    /** A sign that the formula's properties name; one that is named and empty is none. */
    private static String said(Element e, String properties, String name, String otherwise) {
        return Xml.child(e, properties, name)
                .map(sign -> Xml.attribute(sign, "val"))
                .orElse(otherwise);
    }
}
