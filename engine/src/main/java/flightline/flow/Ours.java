package flightline.flow;

import flightline.audit.AuditEvent;
import java.util.Locale;
import java.util.Optional;

/** What made a request that was let through ours. The log keeps it, or nobody could tell later what other rules would have made of the request. */
enum Ours {
    /** Its own words. */
    WORDS,
    /** The words of the matter that it belongs to, which the log does not keep with it. */
    CONTEXT,
    /** The library, which speaks of it. */
    LIBRARY,
    /** The records, which know each of its words. */
    RECORDS;

    /** The name of the fact in the log. */
    static final String FACT = "ours";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the log says of it; empty in entries of a time before it was kept. */
    static Optional<Ours> of(AuditEvent event) {
        String word = event.details().getOrDefault(FACT, "");
        for (Ours ours : values()) if (ours.word().equals(word)) return Optional.of(ours);
        return Optional.empty();
    }
}
