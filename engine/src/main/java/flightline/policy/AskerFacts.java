package flightline.policy;

import flightline.corpus.Marking;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the policies may know of who asks; two askers with the same facts are judged alike.
 *
 * @param roles those that there are; an unknown one gives nothing
 * @param kind of the organisation, empty where it is not said
 * @param country of the organisation, two letters or empty
 * @param nationality two letters or empty
 * @param covered parts of markings that the clearances cover
 * @param groups need-to-know groups, in capitals
 */
record AskerFacts(
        Set<String> roles, String kind, String country, String nationality, Set<String> covered, Set<String> groups) {
    AskerFacts {
        roles = Set.copyOf(roles);
        covered = Set.copyOf(covered);
        groups = Set.copyOf(groups);
    }

    static AskerFacts of(Principal asker) {
        return new AskerFacts(
                asker.roles().stream().filter(Role.words()::contains).collect(Collectors.toSet()),
                asker.organisation().kind(),
                CountryCode.of(asker.organisation().country()),
                CountryCode.of(asker.nationality()),
                Marking.covering(asker.clearances()),
                asker.groups().stream().map(AskerFacts::folded).collect(Collectors.toSet()));
    }

    /** Of somebody of whom nothing is known but the roles. */
    static AskerFacts of(Set<String> roles) {
        return new AskerFacts(roles, "civil", "", "", Set.of(), Set.of());
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
