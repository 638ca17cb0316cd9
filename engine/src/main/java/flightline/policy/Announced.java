package flightline.policy;

import java.util.Map;

/**
 * An exception that the policies themselves make, as it is noted beside the clause.
 *
 * @param who in words
 * @param until last day as year-month-day, or {@code withdrawn}
 */
public record Announced(String id, String clause, String who, String why, String until, String grantedBy) {
    static Announced of(String clause, Map<String, String> notes) {
        return new Announced(
                notes.getOrDefault("exception", ""),
                clause,
                notes.getOrDefault("for", ""),
                notes.getOrDefault("why", ""),
                notes.getOrDefault("until", ""),
                notes.getOrDefault("grantedBy", ""));
    }
}
