package flightline.ingest.manuals;

import flightline.ingest.xml.LineElements;
import flightline.ingest.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the elements of iSpec 2200 are, and how those within a line read. One per file. */
final class IspecText extends LineText {
    private static final Set<String> SILENT = Set.of(
            "effect", "sbeff", "coceff", "revst", "revend", "cocst", "cocend", "hotlink", "docunit", "isempty",
            "deleted", "anchor");
    private static final Set<String> TIGHT = Set.of("sub", "super", "emph", "emphasis");
    private static final Set<String> SAFETY = Set.of("warning", "caution", "note", "mmelnote");
    private static final Pattern BLOCK = Pattern.compile(
            "chapter|section|subject|unit|chgdesc|pgblk|task|subtask|topic|pretopic"
                    + "|tfmatr|pbfmatr|list[1-9]|l[1-9]item|prclist[1-9]|prcitem[1-9]|unlist|unltem|numlist|numltem|table|tgroup"
                    + "|graphic|cblst|art|mstfltab|faultrow|effxref|figure|prtlist|itemdata|item|acrolist|sblist|trlist|tr");

    private final Map<String, Role> byName = new HashMap<>();
    private final Footnotes footnotes;

    /** @param root whose footnotes may be referred to */
    IspecText(XmlElement root) {
        footnotes = new Footnotes(root);
    }

    @Override
    Role role(XmlElement element) {
        return deleted(element) ? Role.SILENT : byName.computeIfAbsent(element.name(), IspecText::role);
    }

    private static Role role(String name) {
        if (SILENT.contains(name)) return Role.SILENT;
        if (name.equals("para") || name.equals("txtline")) return Role.PARAGRAPH;
        if (name.equals("prcitem")) return Role.TRANSPARENT;
        if (SAFETY.contains(name)) return Role.SAFETY;
        if (LineElements.ispec(name) || name.equals("ftnote") || name.equals("ftnref")) return Role.INLINE;
        if (TIGHT.contains(name)) return Role.TIGHT;
        return BLOCK.matcher(name).matches() ? Role.BLOCK : Role.UNKNOWN;
    }

    /** Whether the revision took it out: it is marked so, or holds a {@code deleted} in place of its content. */
    static boolean deleted(XmlElement element) {
        return element.attribute("chg").equalsIgnoreCase("D")
                || element.children().stream().anyMatch(c -> c.is("deleted"));
    }

    @Override
    boolean appendSpecial(StringBuilder out, XmlElement element) {
        switch (element.name()) {
            case "ftnote" -> out.append(" (").append(of(element)).append(')');
            case "ftnref" ->
                out.append(" (").append(footnotes.said(element, this)).append(')');
            case "refext" -> {
                String own = of(element);
                out.append(own.isEmpty() ? attributes(element, "refman", "docnbr", "refloc") : own);
            }
            case "refint", "grphcref", "graphcref" -> {
                String own = of(element);
                out.append(own.isEmpty() ? attributes(element, "refid", "sheetnbr") : own);
            }
            case "sbc" -> out.append(attributes(element, "chgcond", "chgtype", "chgnbr", "sbnbr"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String attributes(XmlElement element, String... names) {
        return Stream.of(names)
                .map(element::attribute)
                .filter(v -> !v.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
