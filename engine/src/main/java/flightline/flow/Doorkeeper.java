package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Access;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.util.Map;
import java.util.Optional;

/** Asked before anything is done: whether one of the asker's roles may. Who is turned away stands in the log. */
public final class Doorkeeper {
    private final Access access;
    private final AuditLog audit;
    private final String policyVersion;

    public Doorkeeper(Access access, AuditLog audit, String policyVersion) {
        this.access = access;
        this.audit = audit;
        this.policyVersion = policyVersion;
    }

    /** Why not, naming who may; empty where the asker may. */
    public Optional<String> refusal(Principal asker, Act act) {
        Optional<String> why = access.refusal(asker, act);
        if (why.isPresent())
            audit.append(new AuditEvent(
                    "access",
                    asker.name(),
                    act.word(),
                    "refused",
                    Map.of("roles", String.join(", ", asker.roles()), "policy", policyVersion)));
        return why;
    }
}
