package flightline.app.wiring;

import flightline.archive.Archive;
import flightline.archive.FeedbackBook;
import flightline.audit.AuditLog;
import flightline.flow.FeedbackFlow;
import flightline.flow.OpenFlow;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.time.InstantSource;
import java.util.List;

/** What the page needs besides the verbs. */
public record PageStand(
        Gate gate,
        PassageIndex passages,
        RecordIndex records,
        Archive archive,
        FeedbackBook book,
        AuditLog audit,
        InstantSource clock,
        boolean encrypted) {
    /** Of a list to choose from; whoever flies more aircraft types the registration. */
    private static final int MOST_AIRCRAFT = 300;

    /** Documents to read in. */
    public OpenFlow opening() {
        return new OpenFlow(gate, passages, archive, audit);
    }

    /** What people say of answers. */
    public FeedbackFlow feedback() {
        return new FeedbackFlow(gate, book, audit, clock);
    }

    /** Registrations that records tell of which the asker may see. */
    public List<String> aircraft(Principal asker) {
        return records.registrations(MOST_AIRCRAFT, gate.clearance(asker));
    }
}
