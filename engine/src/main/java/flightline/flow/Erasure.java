package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.Keepsakes;
import flightline.archive.RemovalJournal;
import flightline.archive.RunBook;
import flightline.archive.SessionBook;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Reference;
import flightline.search.PassageIndex;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the library forget: entries, passages and vectors, what was read, the original, and every copy kept aside, all of
 * it or nothing. What was begun is written down first; a process that is killed in between leaves it to the next that
 * writes or checks.
 *
 * <p>Every method is called while the index's write lock is held.
 */
public final class Erasure {
    private final PassageIndex index;
    private final Archive archive;
    private final RemovalJournal journal;
    private final Keepsakes keepsakes;
    private final RunBook runs;
    private final SessionBook sessions;
    private final AuditLog audit;

    public Erasure(
            PassageIndex index,
            Archive archive,
            RemovalJournal journal,
            Keepsakes keepsakes,
            RunBook runs,
            SessionBook sessions,
            AuditLog audit) {
        this.index = index;
        this.archive = archive;
        this.journal = journal;
        this.keepsakes = keepsakes;
        this.runs = runs;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Takes a document out with all its revisions; returns what was held. */
    List<HeldDocument> remove(DocumentId id, String who) {
        List<HeldDocument> held = index.all(id);
        if (held.isEmpty()) return held;
        var intent = new RemovalJournal.Intent(
                id.value(),
                held.stream().map(d -> d.source().hex()).distinct().toList(),
                held.stream().flatMap(d -> graphics(d).stream()).distinct().toList());
        journal.begin(intent);
        carryOut(intent);
        log(id.value(), who, "removed", held.size());
        journal.end(intent);
        return held;
    }

    /** Says that the files which these entries came from are about to be replaced; what is returned is handed to {@link #replaced}. */
    RemovalJournal.Intent replacing(List<HeldDocument> gone) {
        var intent = new RemovalJournal.Intent(
                "", gone.stream().map(d -> d.source().hex()).distinct().toList());
        if (!gone.isEmpty()) journal.begin(intent);
        return intent;
    }

    /** Forgets files of which nothing is held any longer. */
    void replaced(RemovalJournal.Intent intent) {
        if (intent.sources().isEmpty()) return;
        carryOut(intent);
        journal.end(intent);
    }

    /** Whether a removal was begun and not finished. */
    boolean unfinished() {
        return !journal.unfinished().isEmpty();
    }

    /** Finishes what a killed process began; returns how many removals. */
    int finish() {
        List<RemovalJournal.Intent> open = journal.unfinished();
        for (RemovalJournal.Intent intent : open) {
            carryOut(intent);
            if (!intent.document().isEmpty())
                log(
                        intent.document(),
                        "flightline",
                        "removed, after an interruption",
                        intent.sources().size());
            journal.end(intent);
        }
        return open.size();
    }

    /** Safe to do again from the start, wherever it was broken off. */
    private void carryOut(RemovalJournal.Intent intent) {
        if (!intent.document().isEmpty()) {
            var id = new DocumentId(intent.document());
            index.remove(id, new RevisionLedger(index.documents()).withdraw(id));
        }
        Set<String> struck = new LinkedHashSet<>();
        for (String hex : intent.sources()) {
            var source = new ContentHash(hex);
            if (!index.holds(source)) archive.remove(source);
            else if (!intent.document().isEmpty()) archive.remove(source, new DocumentId(intent.document()));
            else continue;
            struck.add(hex);
        }
        forgetGraphics(intent.graphics());
        if (struck.isEmpty()) return;
        index.purge();
        keepsakes.drop();
        runs.strike(struck);
        sessions.strike(struck);
    }

    /** Numbers of the graphics that a document shows. */
    List<String> graphics(HeldDocument held) {
        return archive.document(held.source(), held.header().id()).stream()
                .flatMap(d -> d.links().references().stream())
                .filter(r -> r.kind() == Reference.Kind.GRAPHIC)
                .map(Reference::target)
                .toList();
    }

    private void forgetGraphics(List<String> shown) {
        var orphans = new LinkedHashSet<>(shown);
        orphans.removeIf(number -> archive.graphics().find(number).isEmpty());
        if (orphans.isEmpty()) return;
        for (HeldDocument held : index.documents()) graphics(held).forEach(orphans::remove);
        orphans.forEach(archive.graphics()::remove);
    }

    private void log(String document, String who, String outcome, int revisions) {
        audit.append(
                new AuditEvent("remove", who, document, outcome, Map.of("revisions", Integer.toString(revisions))));
    }
}
