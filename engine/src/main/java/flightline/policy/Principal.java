package flightline.policy;

import flightline.corpus.Marking;
import java.util.List;
import java.util.Set;

/**
 * Who asks.
 *
 * @param organisation absent fields are empty strings
 * @param clearances markings that may be shown besides unmarked material
 * @param nationality ISO 3166, two letters or three, empty where not given
 * @param purpose in the asker's words, empty where not given
 * @param groups need-to-know groups that the asker is in: {@code GROUP X} on a document is for those in {@code X}
 */
public record Principal(
        String name,
        Organisation organisation,
        List<String> roles,
        Set<Marking> clearances,
        String nationality,
        String purpose,
        Set<String> groups) {

    /**
     * The asker's organisation.
     *
     * @param kind {@code civil}, {@code government} or {@code contractor}
     * @param country ISO 3166 two letters
     */
    public record Organisation(String name, String kind, String country) {}

    public Principal {
        roles = List.copyOf(roles);
        clearances = Set.copyOf(clearances);
        groups = Set.copyOf(groups);
    }

    /** Somebody in no group. */
    public Principal(
            String name,
            Organisation organisation,
            List<String> roles,
            Set<Marking> clearances,
            String nationality,
            String purpose) {
        this(name, organisation, roles, clearances, nationality, purpose, Set.of());
    }

    /**
     * Whether this is the same person as before, with the same rights to see. Roles may have changed: they say what somebody may
     * do, which is asked each time anyway.
     */
    public boolean isStill(Principal before) {
        return name.equals(before.name)
                && organisation.equals(before.organisation)
                && clearances.equals(before.clearances)
                && nationality.equals(before.nationality)
                && groups.equals(before.groups);
    }

    /** The person at this machine: may maintain, cleared for unmarked material. */
    public static Principal localUser() {
        return new Principal(
                "local user",
                new Organisation("", "civil", ""),
                List.of("technician", "engineer", "librarian", "administrator"),
                Set.of(),
                "",
                "maintenance");
    }
}
