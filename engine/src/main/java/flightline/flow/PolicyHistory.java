package flightline.flow;

import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rules were put in force and taken back, as the log has it: what is written down of it elsewhere is held against this. */
final class PolicyHistory {
    static final String KIND = "policy";
    static final String IN_FORCE = "in force";
    static final String DAMAGED = "damaged";
    static final String ROLLBACK = "rollback";

    private final List<String> held = new ArrayList<>();
    private Optional<String> entry = Optional.empty();

    private PolicyHistory() {}

    /** Throws what reading the log throws where it is not whole. */
    static PolicyHistory of(AuditLog audit) {
        var history = new PolicyHistory();
        audit.read(history::add);
        return history;
    }

    private void add(AuditEntry next) {
        AuditEvent event = next.event();
        if (!event.kind().equals(KIND)) return;
        String version = event.subject();
        if (event.outcome().equals(DAMAGED)) held.remove(version);
        if (!event.outcome().equals(IN_FORCE)) return;
        entry = Optional.of(next.id());
        if (ROLLBACK.equals(event.details().get("what"))) takenBackTo(version);
        else {
            held.remove(version);
            held.add(version);
        }
    }

    private void takenBackTo(String version) {
        while (!held.isEmpty() && !held.getLast().equals(version)) held.removeLast();
        // It was put in force by an entry that is retired.
        if (held.isEmpty() && !version.equals(PolicyBundle.shipped().version())) held.add(version);
    }

    /** The entry that last put rules in force; absent where none does. */
    Optional<String> entry() {
        return entry;
    }

    /** Versions in force, the present one last; empty where those that ship hold. */
    List<String> held() {
        return List.copyOf(held);
    }
}
