package flightline.corpus;

import java.util.Locale;

/**
 * One thing that a document states, and where it states it.
 *
 * @param value in one line and one way of writing, for comparing: a number without the blanks of its line, a date as
 *     {@code 2026-01-31}, else the words
 * @param place in the document's source text; what stands there is the quotation
 */
public record Fact(Kind kind, String value, Place place) {
    public Fact {
        if (value.isBlank()) throw new IllegalArgumentException("a fact needs a value, got a blank " + kind);
    }

    /** The fact for the words at a place of a source text. */
    public static Fact quoted(Kind kind, String source, Place place) {
        return new Fact(
                kind,
                source.substring(place.start(), place.end())
                        .replace("\u00AD", "")
                        .replaceAll("\\s+", " ")
                        .strip(),
                place);
    }

    /** What directives, service bulletins and minimum equipment lists state; {@link #EXPIRES} of any document. */
    public enum Kind {
        /** The document's own number. */
        NUMBER,
        /** Who issued it, for example {@code FAA}, {@code EASA}; a bulletin's manufacturer. */
        ISSUER,
        /** Day from which it binds. */
        EFFECTIVE,
        /** Last day on which it holds, as a temporary revision or a deviation says of itself. */
        EXPIRES,
        /** Last day for comments. */
        COMMENTS_DUE,
        /** Maker of the product. */
        MAKE,
        /** Models it holds for, as they are listed. */
        PRODUCTS,
        /** One model written out: {@code 737-800} for the {@code -800} of a list. */
        MODEL,
        /** Serial, manufacturer's or line numbers, or that all are meant. */
        SERIALS,
        /** One required action; the {@link #COMPLIANCE} facts inside its place say by when. */
        ACTION,
        /** By when or how often, in words. */
        COMPLIANCE,
        /** A service bulletin that it names, with revision. */
        BULLETIN,
        /** A directive that a bulletin names. */
        DIRECTIVE,
        /** What it replaces, or would replace while it is proposed. */
        SUPERSEDES,
        /** What that held for or required; the value begins with its number. */
        FORMERLY,
        /** The directive that a correction amends. */
        CORRECTS,
        /** The directive that a notice of cancellation ends; the notice itself binds nobody. */
        CANCELS,
        /** The sentence that tells the danger. */
        UNSAFE_CONDITION,
        REASON,
        DESCRIPTION,
        /** How binding a bulletin is, in its words. */
        CATEGORY,
        MAN_HOURS,
        /** A line of a bulletin's list of material. */
        MATERIAL,
        /** An item of a minimum equipment list with its category and counts; its place is the row with all conditions. */
        MEL_ITEM,
        /** A procedure that another table gives for the item stated before it; its value begins with the item's number. */
        MEL_PROCEDURE;

        /** As it is called in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
