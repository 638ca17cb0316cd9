package flightline.flow;

import flightline.archive.ModelBook.Entry;
import flightline.archive.ShadowBook;
import flightline.archive.ShadowBook.Shadow;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts and stops a candidate beside the model in service. Whoever calls has asked whether the asker may; each change has its audit entry. */
public final class ShadowFlow {
    private final ShadowBook book;
    private final ModelFlow models;
    private final AuditLog audit;
    private final InstantSource clock;

    public ShadowFlow(ShadowBook book, ModelFlow models, AuditLog audit, InstantSource clock) {
        this.book = book;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Stands(Shadow shadow) implements Outcome {}

        /** Nothing has changed. */
        record NotPossible(String why) implements Outcome {}
    }

    /** The run that goes on, or that was the last. */
    public Optional<Shadow> last() {
        return book.read();
    }

    public Outcome start(String name, Principal asker, Progress progress) {
        Optional<Shadow> going = book.read().filter(Shadow::goesOn);
        if (going.isPresent())
            return new Outcome.NotPossible(going.get().model() + " runs in the shadow already; stop it first");
        Optional<Entry> entry = models.held().named(name);
        if (entry.isEmpty())
            return new Outcome.NotPossible("no model '" + name + "' is held; see flightline model list");
        if (models.held().writing().filter(entry.get()::equals).isPresent())
            return new Outcome.NotPossible(name + " writes already; a shadow is another model");
        ModelFiles.Standing standing = models.files().standing(entry.get(), progress);
        if (standing != ModelFiles.Standing.AS_ADDED)
            return new Outcome.NotPossible(entry.get().file() + " " + standing.words());
        var shadow = new Shadow(
                name, entry.get().sha256(), asker.name(), clock.instant().toString(), "", Map.of());
        log(asker, shadow, "shadow started");
        book.begin(shadow);
        return new Outcome.Stands(shadow);
    }

    public Outcome stop(Principal asker) {
        Optional<Shadow> going = book.read().filter(Shadow::goesOn);
        if (going.isEmpty()) return new Outcome.NotPossible("no model runs in the shadow");
        log(asker, going.get(), "shadow stopped");
        String now = clock.instant().toString();
        book.change(shadow -> shadow.endedAt(now));
        return new Outcome.Stands(book.read().orElseThrow());
    }

    private void log(Principal asker, Shadow shadow, String outcome) {
        var details = new TreeMap<String, String>();
        details.put("what", "shadow");
        details.put("sha256", shadow.sha256());
        shadow.counts().forEach((what, many) -> details.put(what, Long.toString(many)));
        audit.append(new AuditEvent("model", asker.name(), shadow.model(), outcome, details));
    }
}
