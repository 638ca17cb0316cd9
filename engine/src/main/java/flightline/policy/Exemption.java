package flightline.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exception from clauses that have one: for whom, why, until when, and who granted it.
 *
 * @param kinds of organisation: {@code government}, {@code contractor}
 * @param countries of the organisation, ISO 3166 two letters
 * @param organisations names, in any case of letters; empty for every one of those kinds and countries
 * @param clauses that it excepts from
 * @param until last day as year-month-day, or {@code withdrawn} for one that holds until it is taken back
 */
public record Exemption(
        String id,
        List<String> kinds,
        List<String> countries,
        List<String> organisations,
        List<String> clauses,
        String why,
        String until,
        String grantedBy) {
    /** Where Llama's licensor opened it to agencies and their contractors. */
    private static final Set<String> COUNTRIES = Set.of("US", "AU", "CA", "NZ", "GB");

    private static final Set<String> KINDS = Set.of("government", "contractor");
    private static final String WITHDRAWN = "withdrawn";

    public Exemption {
        kinds = List.copyOf(Optional.ofNullable(kinds).orElse(List.of()));
        countries = List.copyOf(Optional.ofNullable(countries).orElse(List.of()));
        organisations = List.copyOf(Optional.ofNullable(organisations).orElse(List.of()));
        clauses = List.copyOf(Optional.ofNullable(clauses).orElse(List.of()));
    }

    /** What is wrong with it, in words; empty where nothing is. */
    Optional<String> trouble(Set<String> exceptable) {
        if (blank(id)) return Optional.of("an exception needs an 'id'");
        String named = "exception '" + id + "': ";
        if (blank(why)) return Optional.of(named + "'why' is missing");
        if (blank(grantedBy)) return Optional.of(named + "'grantedBy' is missing");
        if (blank(until)) return Optional.of(named + "'until' is missing: a day, or withdrawn");
        if (!until.equals(WITHDRAWN) && lastDay().isEmpty())
            return Optional.of(named + "'until' must be a day such as 2027-06-30 or withdrawn, got '" + until + "'");
        if (kinds.isEmpty() || !KINDS.containsAll(kinds))
            return Optional.of(
                    named + "'kinds' may hold " + KINDS.stream().sorted().toList() + ", got " + kinds);
        if (countries.isEmpty() || !COUNTRIES.containsAll(countries))
            return Optional.of(named + "'countries' may hold "
                    + COUNTRIES.stream().sorted().toList() + ", got " + countries);
        if (clauses.isEmpty() || !exceptable.containsAll(clauses))
            return Optional.of(named + "'clauses' may hold "
                    + exceptable.stream().sorted().toList() + ", got " + clauses + "; nothing else has an exception");
        return Optional.empty();
    }

    boolean covers(Principal.Organisation asker, String clause, LocalDate on) {
        return clauses.contains(clause)
                && kinds.contains(asker.kind())
                && countries.contains(CountryCode.of(asker.country()))
                && (organisations.isEmpty() || organisations.stream().anyMatch(o -> o.equalsIgnoreCase(asker.name())))
                && !over(on);
    }

    /** Whether its last day is gone by, so that it covers nobody any more. */
    public boolean over(LocalDate on) {
        return !until.equals(WITHDRAWN) && on.isAfter(lastDay().orElse(LocalDate.MIN));
    }

    private Optional<LocalDate> lastDay() {
        try {
            return Optional.of(LocalDate.parse(until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
