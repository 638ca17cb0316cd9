package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns mixed content into one line of text: references become codes and names, values keep their signs and units, what
 * holds for some of the products only says for which, the rest stands as written.
 */
final class InlineText {
    /** What stands before the first of several nodes. */
    static final XmlNode NOTHING = new XmlNode.Words("");

    private static final int LONGEST_LABEL = 60;
    private static final Set<String> AMOUNTS =
            Set.of("quantityValue", "quantityTolerance", "estimatedTime", "thresholdValue", "reqQuantity");
    private static final Pattern IDENTIFYING = Pattern.compile(".*(?:Ident|Number|Name|Value)");

    private final Numbers numbers;
    private final SharedWords shared;
    private final ApplicabilityReader applicability;
    private final Applicability ofModule;
    /** Ids whose words are being looked up, so that those that refer to one another end. */
    private final Set<String> lookedUp = new HashSet<>();

    /**
     * @param shared gives the names of what is referred to by its number only
     * @param applicability gives the words for parts that hold for some of the products only
     * @param ofModule what the whole module holds for, which no part of it need repeat
     */
    InlineText(Numbers numbers, SharedWords shared, ApplicabilityReader applicability, Applicability ofModule) {
        this.numbers = numbers;
        this.shared = shared;
        this.applicability = applicability;
        this.ofModule = ofModule;
    }

    /** All words in the element, white space reduced to single spaces. */
    String of(XmlElement element) {
        var out = new StringBuilder();
        inside(out, element);
        return XmlElement.squeeze(out);
    }

    /** The element as a line of its own: what it refers to, the unit of a value; without saying for which products it holds. */
    String line(XmlElement element) {
        var out = new StringBuilder();
        plain(out, element);
        return XmlElement.squeeze(out);
    }

    /** As {@link #line}, behind the products that it holds for where the element says so. */
    String conditioned(XmlElement element) {
        var out = new StringBuilder();
        append(out, element);
        return XmlElement.squeeze(out);
    }

    /** Which products the element itself says it holds for, in brackets; empty where that is no narrower than all of the module. */
    String condition(XmlElement element) {
        String reference = element.attribute("applicRefId");
        if (reference.isEmpty()) return "";
        var said = applicability.byId(reference);
        if (said.isEmpty()) return "[see " + reference + ", not in this module]";
        String words = said.get().inWords().isEmpty()
                ? said.get().holds().display()
                : said.get().inWords();
        boolean narrower = !(said.get().holds() instanceof Applicability.All)
                && !said.get().holds().equals(ofModule);
        return narrower ? "[" + words + "]" : "";
    }

    /** Appends the element as it reads in running text. */
    void append(StringBuilder out, XmlElement element) {
        String condition = condition(element);
        if (!condition.isEmpty()) {
            pad(out);
            out.append(condition).append(' ');
        }
        plain(out, element);
    }

    private void plain(StringBuilder out, XmlElement element) {
        if (Vocabulary.NAMED.contains(element.name()) && endsInWord(out)) out.append(' ');
        switch (element.name()) {
            case "dmRef", "pmRef" -> {
                // The address says what the code is called; an answer to "which document" needs both.
                String title = title(element);
                out.append(Codes.in(element).orElse("")).append(title.isEmpty() ? "" : " (" + title + ")");
            }
            case "internalRef" -> {
                String own = of(element);
                out.append(own.isEmpty() ? label(element.attribute("internalRefId")) : own);
            }
            case "acronym" -> {
                out.append(text(element, "acronymTerm"));
                String meaning = text(element, "acronymDefinition");
                if (!meaning.isEmpty()) out.append(" (").append(meaning).append(')');
            }
            case "footnote" -> out.append(" (").append(of(element)).append(')');
            case "footnoteRef" -> {
                String own = of(element);
                String said = own.isEmpty() ? footnote(element.attribute("internalRefId")) : own;
                out.append(" (").append(said).append(')');
            }
            case "warning", "caution", "note" -> {
                pad(out);
                out.append(element.name().toUpperCase(Locale.ROOT)).append(": ");
                inside(out, element);
                pad(out);
            }
            case "quantity" -> {
                pad(out);
                boolean more = false;
                for (XmlNode node : element.nodes())
                    switch (node) {
                        case XmlNode.Words(var text) -> {
                            out.append(text);
                            more &= text.isBlank();
                        }
                        case XmlElement child -> {
                            if (more) comma(out);
                            append(out, child);
                            more = child.is("quantityGroup");
                        }
                    }
                // Its groups state their own.
                if (element.children("quantityGroup").isEmpty()
                        && !Units.of(element).isEmpty()) out.append(' ').append(Units.of(element));
                pad(out);
            }
            case "quantityGroup" -> group(out, element);
            case "quantityValue", "quantityTolerance", "estimatedTime", "thresholdValue", "reqQuantity" ->
                amount(out, element, "");
            case "graphic", "symbol" -> out.append(element.attribute("infoEntityIdent"));
            case "emphasis",
                    "subScript",
                    "superScript",
                    "verbatimText",
                    "changeInline",
                    "change",
                    "inlineSignificantData",
                    "indexFlag",
                    "acronymTerm",
                    "abbreviation" -> inside(out, element);
            default -> {
                if (Vocabulary.NAMED.contains(element.name())) {
                    named(out, element);
                } else {
                    pad(out);
                    inside(out, element);
                    pad(out);
                }
            }
        }
    }

    private void inside(StringBuilder out, XmlElement element) {
        XmlNode behind = NOTHING;
        for (XmlNode node : element.nodes()) {
            switch (node) {
                case XmlNode.Words(var text) -> words(out, text, behind);
                case XmlElement child -> {
                    // Whoever reads on must not take what holds for all for a part of what holds for some.
                    if (behind instanceof XmlElement before
                            && !condition(before).isEmpty()
                            && Vocabulary.PARAGRAPH.contains(child.name())
                            && condition(child).isEmpty()) out.append(" [all] ");
                    append(out, child);
                }
            }
            if (!(node instanceof XmlNode.Words(var text) && text.isBlank() && behind instanceof XmlElement))
                behind = node;
        }
    }

    /**
     * Appends text; a full stop right behind an element stays right behind its words.
     *
     * @param behind what was written right before it
     */
    static void words(StringBuilder out, String text, XmlNode behind) {
        if (text.isEmpty()) return;
        boolean padded = behind instanceof XmlElement && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
        if (padded && ".,;:)".indexOf(text.charAt(0)) >= 0) out.setLength(out.length() - 1);
        boolean named = behind instanceof XmlElement element && Vocabulary.NAMED.contains(element.name());
        if (named && endsInWord(out) && Character.isLetterOrDigit(text.charAt(0))) out.append(' ');
        out.append(text);
    }

    /** Values with their tolerances; a unit that only the group states is that of each of them. */
    private void group(StringBuilder out, XmlElement group) {
        pad(out);
        out.append(
                switch (group.attribute("quantityGroupType")) {
                    case "minimum" -> "min ";
                    case "maximum" -> "max ";
                    default -> "";
                });
        for (XmlNode node : group.nodes())
            switch (node) {
                case XmlNode.Words(var text) -> out.append(text);
                case XmlElement child -> {
                    if (AMOUNTS.contains(child.name())) amount(out, child, Units.of(group));
                    else append(out, child);
                }
            }
        pad(out);
    }

    private void amount(StringBuilder out, XmlElement element, String unitOfGroup) {
        String text = of(element);
        String own = Units.of(element);
        String sign = switch (element.attribute("quantityToleranceType")) {
            case "plus" -> "+";
            case "minus" -> "-";
            case "plusorminus" -> "±";
            default -> "";
        };
        pad(out);
        if (!text.matches("[-+±−].*")) out.append(sign);
        out.append(text);
        pad(out);
        out.append(own.isEmpty() && !text.isEmpty() ? unitOfGroup : own);
        pad(out);
    }

    private static void comma(StringBuilder out) {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) out.setLength(out.length() - 1);
        if (!out.isEmpty()) out.append(", ");
    }

    /** A reference by a number in an attribute; words of its own come first. */
    private void named(StringBuilder out, XmlElement element) {
        String own = of(element);
        String number = element.attributes().entrySet().stream()
                .filter(a -> a.getKey().endsWith("Number")
                        || a.getKey().endsWith("NumberValue")
                        || a.getKey().equals("variableName")
                        || a.getKey().equals("internalRefId"))
                .map(a -> a.getKey().equals("internalRefId") ? label(a.getValue()) : a.getValue())
                .collect(Collectors.joining(" "));
        if (own.isEmpty() && number.isEmpty()) number = SharedKinds.ident(element);
        out.append(Stream.of(own, number).filter(s -> !s.isBlank()).collect(Collectors.joining(" ")));
        if (own.isEmpty())
            shared.nameOf(element)
                    .ifPresent(name -> out.append(" (").append(name).append(')'));
    }

    /**
     * What a reference without words of its own reads like: the target's number or name, else what it says where that is
     * short, else what it is identified by.
     */
    private String label(String id) {
        var target = numbers.byId(id);
        if (target.isEmpty() || !lookedUp.add(id)) return id;
        String label = numbers.label(target.get())
                .or(() -> shortText(target.get()))
                .or(() -> identified(target.get()))
                .orElse(id);
        lookedUp.remove(id);
        return label;
    }

    private Optional<String> shortText(XmlElement target) {
        String text = AMOUNTS.contains(target.name()) ? line(target) : of(target);
        return text.isEmpty() || text.length() > LONGEST_LABEL ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> identified(XmlElement target) {
        var code = Codes.in(target);
        if (code.isPresent()) return code;
        var found = new ArrayList<String>();
        target.visit(e -> e.attributes().forEach((name, value) -> {
            if (IDENTIFYING.matcher(name).matches() && FieldText.carriesData(name) && !value.isBlank())
                found.add(XmlElement.squeeze(value));
        }));
        return found.stream().findFirst();
    }

    private String footnote(String id) {
        String said =
                numbers.byId(id).filter(t -> lookedUp.add(id)).map(this::of).orElse("");
        lookedUp.remove(id);
        return said.isEmpty() ? "a footnote that is not in this module" : said;
    }

    /** What a thing that is referred to by its number is called in a repository; empty where that is not known. */
    Optional<String> nameOf(XmlElement reference) {
        return shared.nameOf(reference);
    }

    private static String title(XmlElement reference) {
        return Stream.of("techName", "infoName", "pmTitle", "techname", "infoname", "pmtitle")
                .map(name -> text(reference, name))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" - "));
    }

    /** Two texts in one line; a full stop between them where the first ends without a mark. */
    static String sentences(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) return first + second;
        return Character.isLetterOrDigit(first.charAt(first.length() - 1))
                ? first + ". " + second
                : first + " " + second;
    }

    private static String text(XmlElement element, String below) {
        return element.find(below).map(XmlElement::text).orElse("");
    }

    private static boolean endsInWord(StringBuilder out) {
        if (out.isEmpty()) return false;
        char last = out.charAt(out.length() - 1);
        return Character.isLetterOrDigit(last) || last == ')';
    }

    private static void pad(StringBuilder out) {
        if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) out.append(' ');
    }
}
