package flightline.app.wiring;

import flightline.app.code.CodeChecks;
import flightline.archive.Archive;
import flightline.audit.AuditLog;
import flightline.flow.CodeFlow;
import flightline.flow.DataModuleFlow;
import flightline.policy.Gate;
import flightline.search.PassageIndex;

/** What writes code and paper that machines read, put together. */
public record FactoryStand(
        Gate gate, PassageIndex passages, Archive archive, AuditLog audit, LlamaStand llama, Settings settings) {
    /** Of the model that writes code, so that an answer can be had again. */
    private static final long SEED = 1;

    /** Code on what a client gives of its repository, by the model that writes. */
    public CodeFlow code() {
        return new CodeFlow(
                gate,
                llama::writer,
                new CodeChecks(),
                audit,
                settings.nanos(),
                SEED,
                settings.llama().deadline());
    }

    /** Data modules from procedures in other forms. */
    public DataModuleFlow modules() {
        return new DataModuleFlow(gate, passages, archive, audit);
    }
}
