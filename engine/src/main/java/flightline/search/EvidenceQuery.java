package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.PassageKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A question to the library together with the scope in which it may be answered.
 *
 * @param text in the asker's words; may be blank or without a word, then nothing is found
 * @param top how many hits are wanted, 1 to 1000
 * @param clearance what may be seen; a passage with any other marking is as if it were not there
 * @param aircraft what is known of the aircraft; text that surely does not hold for it is left out
 * @param on the day on which a revision must be in force
 * @param alsoNotInForce whether superseded, proposed and withdrawn revisions are looked at too
 * @param library only this collection; absent for all
 * @param kinds only passages of these kinds; empty for all
 * @param filters further conditions, all of which must hold; names in {@link #FILTERS}, values compared without case and as {@link #rule} has
 *     them; {@code ata} holds for the code and everything beneath it
 * @param about words of the matter that the text belongs to, which count less than its own; may be empty
 */
public record EvidenceQuery(
        String text,
        int top,
        Clearance clearance,
        Configuration aircraft,
        LocalDate on,
        boolean alsoNotInForce,
        Optional<String> library,
        Set<PassageKind> kinds,
        Map<String, String> filters,
        String about) {
    /** Names a filter may have: {@code document} (identity), {@code ata}, {@code kind} (of document or passage), {@code format}, {@code status}. */
    public static final Set<String> FILTERS = Set.of("document", "ata", "kind", "format", "status");

    public EvidenceQuery {
        if (top < 1 || top > 1000) throw new IllegalArgumentException("top must be 1..1000, got " + top);
        kinds = Set.copyOf(kinds);
        filters = Map.copyOf(filters);
        filters.forEach((name, value) -> {
            if (!FILTERS.contains(name))
                throw new IllegalArgumentException(
                        "filter must be one of " + new TreeSet<>(FILTERS) + ", got '" + name + "'");
            rule(name, value).ifPresent(rule -> {
                throw new IllegalArgumentException("filter " + name + " must be " + rule + ", got '" + value + "'");
            });
        });
    }

    /**
     * What the value of a filter must be, where it is something else; empty for one that may be asked. A kind or standing that
     * there is not would find nothing and look as if the library had nothing.
     *
     * @param name one of {@link #FILTERS}
     */
    public static Optional<String> rule(String name, String value) {
        if (value.isBlank()) return Optional.of("more than blanks");
        return switch (name) {
            case PassageFields.ATA ->
                PassageFields.ataCode(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("a chapter or what is beneath it, such as 32, 32-41 or 324100");
            case PassageFields.KIND ->
                oneOf(value, Stream.concat(Arrays.stream(DocumentKind.values()), Arrays.stream(PassageKind.values())));
            // Most of what another has replaced does not say so itself: who asked for it would be shown a few and take
            // them for all.
            case PassageFields.STATUS ->
                oneOf(
                        value,
                        Arrays.stream(DocumentStatus.values()).filter(status -> status != DocumentStatus.SUPERSEDED));
            default -> Optional.empty();
        };
    }

    private static Optional<String> oneOf(String value, Stream<? extends Enum<?>> known) {
        List<String> names = known.map(Enum::name).toList();
        return names.contains(PassageFields.term(value).toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("one of "
                        + String.join(
                                ", ",
                                names.stream()
                                        .map(name ->
                                                name.toLowerCase(Locale.ROOT).replace('_', '-'))
                                        .sorted()
                                        .toList()));
    }

    /** One that stands by itself. */
    public EvidenceQuery(
            String text,
            int top,
            Clearance clearance,
            Configuration aircraft,
            LocalDate on,
            boolean alsoNotInForce,
            Optional<String> library,
            Set<PassageKind> kinds,
            Map<String, String> filters) {
        this(text, top, clearance, aircraft, on, alsoNotInForce, library, kinds, filters, "");
    }

    /** A question over all unmarked text in force on that day, for no particular aircraft. */
    public static EvidenceQuery of(String text, int top, LocalDate on) {
        return new EvidenceQuery(
                text,
                top,
                Clearance.UNMARKED,
                Configuration.UNKNOWN,
                on,
                false,
                Optional.empty(),
                Set.of(),
                Map.of(),
                "");
    }

    public EvidenceQuery withText(String other) {
        return new EvidenceQuery(other, top, clearance, aircraft, on, alsoNotInForce, library, kinds, filters, about);
    }

    public EvidenceQuery withAbout(String other) {
        return new EvidenceQuery(text, top, clearance, aircraft, on, alsoNotInForce, library, kinds, filters, other);
    }

    public EvidenceQuery withTop(int other) {
        return new EvidenceQuery(text, other, clearance, aircraft, on, alsoNotInForce, library, kinds, filters, about);
    }

    public EvidenceQuery withClearance(Clearance other) {
        return new EvidenceQuery(text, top, other, aircraft, on, alsoNotInForce, library, kinds, filters, about);
    }

    public EvidenceQuery withAircraft(Configuration other) {
        return new EvidenceQuery(text, top, clearance, other, on, alsoNotInForce, library, kinds, filters, about);
    }

    public EvidenceQuery withKinds(Set<PassageKind> others) {
        return new EvidenceQuery(text, top, clearance, aircraft, on, alsoNotInForce, library, others, filters, about);
    }

    public EvidenceQuery withFilters(Map<String, String> others) {
        return new EvidenceQuery(text, top, clearance, aircraft, on, alsoNotInForce, library, kinds, others, about);
    }

    public EvidenceQuery withNotInForceToo() {
        return new EvidenceQuery(text, top, clearance, aircraft, on, true, library, kinds, filters, about);
    }
}
