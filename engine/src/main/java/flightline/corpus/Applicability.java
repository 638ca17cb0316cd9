package flightline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The aircraft for which a text holds, as an expression over an aircraft's properties.
 *
 * <p>It has one canonical written form, which the index keeps as a term: {@code *} for all;
 * {@code property=value|from~to}, a side left empty where a range is open; {@code &(a;b)}; {@code !(a;b)} for any of;
 * {@code -(a)} for all but; {@code "words"a} for words that mean {@code a}; {@code ?words} for words that were not
 * understood. Reserved characters in names, values and words are percent-escaped. {@link #parse} reads back what
 * {@link #canonical} wrote.
 */
public sealed interface Applicability {
    Applicability ALL = new All();

    /** Whether the text holds for this aircraft; {@code UNKNOWN} when a property that decides is not known. */
    Verdict appliesTo(Configuration aircraft);

    String canonical();

    /** In words, for a person. */
    String display();

    enum Verdict {
        YES,
        NO,
        UNKNOWN
    }

    record All() implements Applicability {
        @Override
        public Verdict appliesTo(Configuration aircraft) {
            return Verdict.YES;
        }

        @Override
        public String canonical() {
            return "*";
        }

        @Override
        public String display() {
            return "all";
        }
    }

    /**
     * One property has one of the values.
     *
     * @param property lower case
     * @param values single values or ranges {@code from~to} (inclusive, numbers compared as numbers, {@code from~} and
     *     {@code ~to} open on one side); a value that cannot be compared with a range's ends leaves it open
     */
    record Has(String property, List<String> values) implements Applicability {
        public Has {
            property = property.strip().toLowerCase(Locale.ROOT);
            values =
                    values.stream().map(v -> v.strip().toLowerCase(Locale.ROOT)).toList();
            if (property.isEmpty() || values.isEmpty())
                throw new IllegalArgumentException(
                        "applicability needs a property and a value, got '" + property + "' and " + values);
        }

        @Override
        public Verdict appliesTo(Configuration aircraft) {
            return aircraft.value(property)
                    .map(actual -> ApplicabilityRange.within(actual, values))
                    .orElse(Verdict.UNKNOWN);
        }

        @Override
        public String canonical() {
            return ApplicabilityText.escape(property) + "="
                    + values.stream().map(ApplicabilityText::escape).collect(Collectors.joining("|"));
        }

        @Override
        public String display() {
            return property + " "
                    + values.stream().map(ApplicabilityRange::display).collect(Collectors.joining(", "));
        }
    }

    record AllOf(List<Applicability> parts) implements Applicability {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict appliesTo(Configuration aircraft) {
            var verdicts = parts.stream().map(p -> p.appliesTo(aircraft)).toList();
            if (verdicts.contains(Verdict.NO)) return Verdict.NO;
            return verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.YES;
        }

        @Override
        public String canonical() {
            return parts.stream().map(Applicability::canonical).collect(Collectors.joining(";", "&(", ")"));
        }

        @Override
        public String display() {
            return parts.stream().map(Applicability::display).collect(Collectors.joining(" and "));
        }
    }

    record AnyOf(List<Applicability> parts) implements Applicability {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict appliesTo(Configuration aircraft) {
            var verdicts = parts.stream().map(p -> p.appliesTo(aircraft)).toList();
            if (verdicts.contains(Verdict.YES)) return Verdict.YES;
            return verdicts.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.NO;
        }

        @Override
        public String canonical() {
            return parts.stream().map(Applicability::canonical).collect(Collectors.joining(";", "!(", ")"));
        }

        @Override
        public String display() {
            return parts.stream().map(Applicability::display).collect(Collectors.joining(" or "));
        }
    }

    /** All but. */
    record Not(Applicability part) implements Applicability {
        @Override
        public Verdict appliesTo(Configuration aircraft) {
            return switch (part.appliesTo(aircraft)) {
                case YES -> Verdict.NO;
                case NO -> Verdict.YES;
                case UNKNOWN -> Verdict.UNKNOWN;
            };
        }

        @Override
        public String canonical() {
            return "-(" + part.canonical() + ")";
        }

        @Override
        public String display() {
            return "not " + part.display();
        }
    }

    /**
     * What a document states, with what it means, so that a person reads the document's words and not ours.
     *
     * @param words as they stand in the document
     */
    record Worded(String words, Applicability meaning) implements Applicability {
        public Worded {
            words = ApplicabilityText.oneLine(words);
        }

        @Override
        public Verdict appliesTo(Configuration aircraft) {
            return meaning.appliesTo(aircraft);
        }

        @Override
        public String canonical() {
            return "\"" + ApplicabilityText.escape(words) + "\"" + meaning.canonical();
        }

        @Override
        public String display() {
            return words;
        }
    }

    /**
     * A statement that was not understood for sure. It never decides: the text is neither taken for certain nor hidden.
     *
     * @param words as they stand in the document
     */
    record Unread(String words) implements Applicability {
        public Unread {
            words = ApplicabilityText.oneLine(words);
        }

        @Override
        public Verdict appliesTo(Configuration aircraft) {
            return Verdict.UNKNOWN;
        }

        @Override
        public String canonical() {
            return "?" + ApplicabilityText.escape(words);
        }

        @Override
        public String display() {
            return words;
        }
    }

    /** Both, without nesting more than is needed. */
    static Applicability both(Applicability a, Applicability b) {
        if (a instanceof All || a.equals(b)) return b;
        if (b instanceof All) return a;
        var parts = new ArrayList<Applicability>();
        for (var part : List.of(a, b)) {
            List<Applicability> single = part instanceof AllOf(var inner) ? inner : List.of(part);
            for (Applicability one : single) if (!parts.contains(one)) parts.add(one);
        }
        return parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
    }

    /** Reads a canonical form; throws {@link IllegalArgumentException} naming the text where it is not one. */
    static Applicability parse(String canonical) {
        return new ApplicabilityText(canonical).read();
    }
}
