package flightline.app.wiring;

import flightline.archive.Archive;
import flightline.audit.AuditLog;
import flightline.flow.DataModuleFlow;
import flightline.policy.Gate;
import flightline.search.PassageIndex;

/** What writes code and paper that machines read, put together. */
public record FactoryStand(Gate gate, PassageIndex passages, Archive archive, AuditLog audit) {
    /** Data modules from procedures in other forms. */
    public DataModuleFlow modules() {
        return new DataModuleFlow(gate, passages, archive, audit);
    }
}
