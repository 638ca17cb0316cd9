package flightline.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened and must be accounted for.
 *
 * @param kind for example {@code diagnose}, {@code ingest}, {@code recovered}
 * @param who name of the principal
 * @param subject what was asked or touched
 * @param outcome for example {@code brief}, {@code refused}, {@code superseded}
 * @param details further facts, written in the order of their names; never a secret, never a document's words
 * @param exposure what was looked at and shown
 */
public record AuditEvent(
        String kind, String who, String subject, String outcome, Map<String, String> details, Exposure exposure) {
    public AuditEvent {
        details = new TreeMap<>(details);
    }

    /** One in which nothing was looked at or shown. */
    public AuditEvent(String kind, String who, String subject, String outcome, Map<String, String> details) {
        this(kind, who, subject, outcome, details, Exposure.NONE);
    }
}
