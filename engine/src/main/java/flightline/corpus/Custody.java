package flightline.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file came into the library: who brought it in, what was suspected of it, and who let it out of quarantine.
 *
 * @param broughtBy name of who took it in; empty in catalogues of older versions
 * @param suspicions why it had to wait for a second person; mostly empty
 * @param approval absent while it waits, and where nothing was suspected
 */
public record Custody(String broughtBy, List<Suspicion> suspicions, Optional<Approval> approval) {
    /** Nothing is known and nothing was suspected. */
    public static final Custody UNKNOWN = new Custody("", List.of(), Optional.empty());

    /**
     * A second person's word that a suspected file may be found.
     *
     * @param by name, another than {@link Custody#broughtBy}
     * @param reason in that person's words
     */
    public record Approval(String by, Instant at, String reason) {}

    public Custody {
        suspicions = List.copyOf(suspicions);
        if (approval.isPresent() && samePerson(approval.get().by(), broughtBy))
            throw new IllegalArgumentException(
                    "approved by '" + approval.get().by() + "', who brought it in as '" + broughtBy + "'");
    }

    public static Custody of(String broughtBy, List<Suspicion> suspicions) {
        return new Custody(broughtBy, suspicions, Optional.empty());
    }

    public Custody approved(Approval by) {
        return new Custody(broughtBy, suspicions, Optional.of(by));
    }

    /** Whether it waits for a second person. */
    public boolean quarantined() {
        return !suspicions.isEmpty() && approval.isEmpty();
    }

    /** Whether two names are written for one person: case and white space make no difference. */
    public static boolean samePerson(String a, String b) {
        return folded(a).equals(folded(b));
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
