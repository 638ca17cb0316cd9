package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import flightline.state.Cabinet;
import flightline.state.Crate;
import flightline.state.Crate.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Moves everything that is kept from one place to another, by way of a folder. Each way leaves its entries in the log. */
public final class MoveFlow {
    private final Cabinet cabinet;
    private final AuditLog audit;

    public MoveFlow(Cabinet cabinet, AuditLog audit) {
        this.cabinet = cabinet;
        this.audit = audit;
    }

    /** Into the folder, which is in the clear and for its owner alone. */
    public Outcome out(Path folder, Principal asker, Progress progress) {
        return logged("export", folder, asker, () -> new Crate(folder).pack(cabinet, progress::at));
    }

    /** From the folder, into a place that holds nothing else. */
    public Outcome in(Path folder, Principal asker, Progress progress) {
        return logged("restore", folder, asker, () -> new Crate(folder).unpack(cabinet, progress::at));
    }

    private interface Work {
        Outcome done() throws IOException;
    }

    private Outcome logged(String kind, Path folder, Principal asker, Work work) {
        audit.append(new AuditEvent(kind, asker.name(), folder.toString(), "begun", Map.of("what", "state")));
        Outcome outcome = tried(work);
        audit.append(
                switch (outcome) {
                    case Outcome.Done(var values, var bytes, var already) ->
                        new AuditEvent(
                                kind,
                                asker.name(),
                                folder.toString(),
                                "done",
                                Map.of(
                                        "what",
                                        "state",
                                        "values",
                                        Integer.toString(values),
                                        "bytes",
                                        Long.toString(bytes),
                                        "already there",
                                        Integer.toString(already)));
                    case Outcome.Unusable(var why) ->
                        new AuditEvent(
                                kind, asker.name(), folder.toString(), "not-done", Map.of("what", "state", "why", why));
                });
        return outcome;
    }

    private static Outcome tried(Work work) {
        try {
            return work.done();
        } catch (IOException | UncheckedIOException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
    }
}
