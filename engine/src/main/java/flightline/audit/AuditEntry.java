package flightline.audit;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param sequence 1 for the first entry, without gaps
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over the previous hash and the rest of this entry, hexadecimal
 */
public record AuditEntry(long sequence, Instant time, AuditEvent event, String previous, String hash) {
    /** How people and answers refer to the entry, for example {@code A-000042}. */
    public String id() {
        String digits = Long.toString(sequence);
        return "A-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }
}
