package flightline.policy;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of who sees what: each part of a marking must be covered by itself.
 *
 * <p>{@code NOFORN} is for nationals of the United States and {@code REL TO USA, GBR} for nationals of the countries named; no
 * clearance stands in for a nationality. {@code ITAR} and {@code EAR} want a clearance of that name or a national of the United
 * States. {@code GROUP X} wants membership in that group. Everything else wants a clearance, which on a ladder covers the rungs
 * beneath it. Unmarked material is for everybody.
 *
 * @param held the clearances
 * @param nationality ISO 3166 code of two or three letters, empty where unknown; unknown is no country's
 * @param groups need-to-know groups, compared without regard to case
 */
public record PlainClearance(Set<Marking> held, String nationality, Set<String> groups) implements Clearance {
    private static final String RELEASABLE = "REL TO ";
    private static final String GROUP = "GROUP ";
    private static final Set<String> EXPORT_CONTROL = Set.of("ITAR", "EAR");
    /** The two letters of a country, by themselves and by its three. */
    private static final Map<String, String> COUNTRIES = countries();

    private static final List<String> FIVE_EYES = List.of("US", "AU", "CA", "GB", "NZ");

    public PlainClearance {
        held = Set.copyOf(held);
        nationality = country(nationality);
        groups = groups.stream().map(PlainClearance::folded).collect(Collectors.toUnmodifiableSet());
    }

    public static PlainClearance of(Principal asker) {
        return new PlainClearance(asker.clearances(), asker.nationality(), asker.groups());
    }

    @Override
    public boolean covers(Marking marking) {
        return marking.parts().stream().allMatch(this::coversPart);
    }

    private boolean coversPart(String part) {
        if (part.equals("NOFORN")) return nationality.equals("US");
        if (part.startsWith(RELEASABLE))
            return releasedTo(part.substring(RELEASABLE.length())).contains(nationality);
        if (part.startsWith(GROUP)) return groups.contains(part.substring(GROUP.length()));
        return (EXPORT_CONTROL.contains(part) && nationality.equals("US")) || new Marking(part).clearedBy(held);
    }

    /** Countries of a list like {@code USA, GBR AND AUS}; what is no country's code releases to nobody. */
    private static Set<String> releasedTo(String list) {
        return List.of(list.split("[,; ]+")).stream()
                .filter(word -> !word.isEmpty() && !word.equals("AND"))
                .flatMap(word -> word.equals("FVEY") ? FIVE_EYES.stream() : List.of(country(word)).stream())
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Two letters; empty for what is no code of a country. */
    private static String country(String code) {
        return COUNTRIES.getOrDefault(folded(code), "");
    }

    private static Map<String, String> countries() {
        var codes = new HashMap<>(Map.of("UK", "GB"));
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
            codes.put(Locale.of("", code).getISO3Country(), code);
        }
        return Map.copyOf(codes);
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
