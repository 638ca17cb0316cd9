package flightline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The aircraft for which a text holds, as an expression over an aircraft's properties.
 *
 * <p>It has one canonical written form, which the index keeps as a term: {@code *} for all;
 * {@code property=value|from~to}; {@code &(a;b)}; {@code !(a;b)} for any of. Reserved characters in names and values
 * are percent-escaped. {@link #parse} reads back what {@link #canonical} wrote.
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
     * @param values single values or ranges {@code from~to} (inclusive, numbers compared as numbers)
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
                    .map(actual -> values.stream().anyMatch(v -> ApplicabilityText.within(actual, v))
                            ? Verdict.YES
                            : Verdict.NO)
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
                    + values.stream().map(v -> v.replace("~", " to ")).collect(Collectors.joining(", "));
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

    /** Both, without nesting more than is needed. */
    static Applicability both(Applicability a, Applicability b) {
        if (a instanceof All || a.equals(b)) return b;
        if (b instanceof All) return a;
        var parts = new ArrayList<Applicability>();
        for (var part : List.of(a, b)) {
            if (part instanceof AllOf(var inner)) parts.addAll(inner);
            else parts.add(part);
        }
        return new AllOf(parts);
    }

    /** Reads a canonical form; throws {@link IllegalArgumentException} naming the text where it is not one. */
    static Applicability parse(String canonical) {
        return new ApplicabilityText(canonical).read();
    }
}
