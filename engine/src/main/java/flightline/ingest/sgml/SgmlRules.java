package flightline.ingest.sgml;

import flightline.ingest.xml.LineElements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the published document types say of their elements, as far as an instance cannot be read without it. */
final class SgmlRules {
    /** Elements without content and, as their declaration allows, without end tag. */
    private static final Set<String> EMPTY = Set.of(
            "revst",
            "revend",
            "cocst",
            "cocend",
            "hotlink",
            "docunit",
            "isempty",
            "deleted",
            "sbeff",
            "coceff",
            "colspec",
            "spanspec",
            "anchor",
            "sbc",
            "accpan",
            "brk",
            "norefs",
            "noconds",
            "nosupeq",
            "nosupply",
            "nospares",
            "nosafety",
            "issno",
            "issdate",
            "language");

    /** Besides those that both readers of the tree know. */
    private static final Set<String> INLINE = Set.of("sub", "super", "emph", "ftnref");

    /** Which element each of these stands in; what is open above it ends where one begins. */
    private static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            Map.entry("entry", Set.of("row")),
            Map.entry("row", Set.of("thead", "tbody", "tfoot")),
            Map.entry("tgroup", Set.of("table")),
            Map.entry("thead", Set.of("tgroup")),
            Map.entry("tbody", Set.of("tgroup")),
            Map.entry("tfoot", Set.of("tgroup")),
            Map.entry("colspec", Set.of("tgroup", "thead", "tfoot")),
            Map.entry("spanspec", Set.of("tgroup")),
            Map.entry("unltem", Set.of("unlist")),
            Map.entry("numltem", Set.of("numlist")),
            Map.entry("effdata", Set.of("effxref")),
            Map.entry("cus", Set.of("effdata")),
            Map.entry("modtype", Set.of("effdata")),
            Map.entry("cec", Set.of("effdata")),
            Map.entry("linenbr", Set.of("effdata")),
            Map.entry("msnbr", Set.of("effdata")),
            Map.entry("acn", Set.of("effdata")));

    /** Fields that stand side by side: where one begins, another of its group that has its words has ended. */
    private static final List<Set<String>> FIELDS = List.of(
            Set.of("toolnbr", "toolname"),
            Set.of("connbr", "conname"),
            Set.of("stdnbr", "stdname"),
            Set.of("cb", "cbnbr", "cbname", "cbdesc", "cbloc", "cbrow", "cbcol"));

    /** Fields of an item of a parts catalogue, and of a circuit breaker; none of them holds another one of its group. */
    private static final List<Set<String>> LEFT_OPEN = List.of(
            Set.of("pnr", "optpnr", "mfr", "kwd", "adt", "upa", "tqa", "nha", "interchg", "icy", "smr", "uoc", "sbc"),
            Set.of("pan", "cb", "cbnbr", "cbname", "cbdesc", "cbloc", "cbrow", "cbcol"));

    private static final Pattern NOT_IN_WARNINGS = Pattern.compile(
            "warning|caution|list\\d|l\\ditem|prclist\\d|prcitem\\d?|pretopic|topic|subtask|task|cblst|graphic|table");

    private static final Pattern LEVELLED = Pattern.compile("(?:l(\\d)item|prcitem(\\d))");
    private static final Set<String> BOUNDARIES = Set.of("table", "subtask", "task", "pretopic", "topic", "pgblk");
    private static final Set<String> NEVER_NESTED = Set.of(
            "chapter", "section", "subject", "pgblk", "task", "topic", "subtask", "pretopic", "faultrow", "sheet");
    /** Elements before which a paragraph or a title has ended. */
    private static final Pattern BLOCK = Pattern.compile("para|unlist|numlist|list\\d|l\\ditem|prclist\\d|prcitem\\d?"
            + "|unltem|numltem|table|note|warning|caution|graphic|cblst|art|action|result|topic|pretopic|subtask|task"
            + "|pgblk|subject|section|chapter|tfmatr|prtlist|item|itemdata|figure|entry|row|tgroup|colspec|spanspec|thead"
            + "|tbody|tfoot|sheet|effxref|effdata|mstfltab|faultrow|cbsublst|cbdata|chgdesc|pbfmatr|mfmatr|trfmatr|tr");

    private static final Set<String> WITHIN_EFFECT =
            Set.of("sbeff", "coceff", "effrg", "efftext", "revst", "revend", "cocst", "cocend", "hotlink");
    private static final Pattern OMITTED = Pattern.compile(
            "para|title|effect|effdata|cus|modtype|cec|linenbr|msnbr|acn|entry|row|tbody|thead|tfoot|tgroup|unltem|numltem|l\\ditem|prcitem\\d");

    private SgmlRules() {}

    static boolean empty(String name) {
        return EMPTY.contains(name);
    }

    /** Elements that are declared empty and that some authors write words in, with an end tag. */
    static boolean emptyUnlessEnded(String name) {
        return name.equals("ftnref");
    }

    static boolean inline(String name) {
        return INLINE.contains(name) || LineElements.ispec(name);
    }

    /** Whether an open text, a {@code para} or a {@code title}, has ended where this element begins. */
    static boolean endsText(String open, String name) {
        return switch (open) {
            case "para" -> BLOCK.matcher(name).matches();
            // A paragraph may say for whom it holds, a title never does.
            case "title" -> BLOCK.matcher(name).matches() || name.equals("effect");
            default -> false;
        };
    }

    /** Whether the element can never stand in the one that was left open, so that this had ended before it. */
    static boolean outside(String open, String name) {
        return open.matches("warning|caution")
                ? NOT_IN_WARNINGS.matcher(name).matches()
                : LEFT_OPEN.stream().anyMatch(f -> f.contains(open) && f.contains(name));
    }

    /** Whether these are two fields of one group. */
    static boolean fields(String open, String name) {
        return FIELDS.stream().anyMatch(f -> f.contains(open) && f.contains(name));
    }

    static boolean withinEffect(String name) {
        return WITHIN_EFFECT.contains(name);
    }

    static boolean neverNested(String name) {
        return NEVER_NESTED.contains(name);
    }

    /** Whether an end tag may be left out without a word. */
    static boolean omitted(String name) {
        return OMITTED.matcher(name).matches() || inline(name);
    }

    /** The elements one of which has to hold this one; empty where anything may. */
    static Optional<Set<String>> parents(String name) {
        var levelled = LEVELLED.matcher(name);
        if (levelled.matches())
            return Optional.of(
                    Set.of(levelled.group(1) != null ? "list" + levelled.group(1) : "prclist" + levelled.group(2)));
        return Optional.ofNullable(PARENTS.get(name));
    }

    /** Whether the search for a parent goes no further out than this element. */
    static boolean bounds(String name) {
        return BOUNDARIES.contains(name);
    }
}
