package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Custody;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.RevisionNames;
import flightline.corpus.Suspicion;
import flightline.ingest.PassageCutter;
import flightline.policy.Access;
import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where suspected files wait for a second person, who lets them into the library or takes them out. What is decided is
 * written down before it is done: an approval that was not accounted for opens nothing.
 */
public final class QuarantineFlow {
    private final LibraryFlow library;
    private final PassageIndex index;
    private final Archive archive;
    private final PassageCutter cutter;
    private final Erasure erasure;
    private final AuditLog audit;
    private final Access access;
    private final InstantSource clock;

    public QuarantineFlow(
            LibraryFlow library,
            PassageIndex index,
            Archive archive,
            PassageCutter cutter,
            Erasure erasure,
            AuditLog audit,
            Access access,
            InstantSource clock) {
        this.library = library;
        this.index = index;
        this.archive = archive;
        this.cutter = cutter;
        this.erasure = erasure;
        this.audit = audit;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is to be decided on.
     *
     * @param revision as displayed; empty where only one revision of the document waits
     * @param source the first digits of the file's SHA-256; empty where only one file of the revision waits
     * @param reason why, in the decider's words; never blank
     */
    public record Ruling(DocumentId document, String revision, String source, String reason) {
        public Ruling {
            if (reason.isBlank()) throw new IllegalArgumentException("a decision needs a reason");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** @param superseded keys of documents that are no longer in force through it, as far as the asker may see them */
        record Approved(HeldDocument document, List<String> superseded) implements Outcome {}

        /** @param document as it waited; it is gone */
        record Rejected(HeldDocument document) implements Outcome {}

        /** This person may not decide it. */
        record Refused(String why) implements Outcome {}

        /** Nothing of that name waits, or the asker may not see it: the two are not told apart. */
        record NotWaiting() implements Outcome {}

        /** Several wait under that name. */
        record Ambiguous(List<HeldDocument> waiting) implements Outcome {}
    }

    /** Kinds and places, without a word of the file: for reports, manifests and the log. */
    static String reasons(List<Suspicion> suspicions) {
        return suspicions.stream()
                .map(s -> s.kind().display() + (s.place().isEmpty() ? "" : " (" + s.place() + ")"))
                .distinct()
                .limit(5)
                .collect(Collectors.joining("; "));
    }

    /** Lets the file be found; its revision takes its place among the others now. */
    public Outcome approve(Ruling ruling, Principal asker) {
        return decide(ruling, asker, "approve", waiting -> {
            if (Custody.samePerson(waiting.custody().broughtBy(), asker.name()))
                return refused(
                        "approve",
                        waiting,
                        asker,
                        "'" + asker.name() + "' brought " + waiting.fileName()
                                + " in; a second person must approve it (--as FILE)");
            return approved(waiting, ruling, asker);
        });
    }

    /** Takes the file out of the library, as if it had never been taken in. */
    public Outcome reject(Ruling ruling, Principal asker) {
        return decide(ruling, asker, "reject", waiting -> {
            log("reject", waiting, asker, "rejected", ruling.reason());
            var gone = erasure.replacing(List.of(waiting));
            index.reject(List.of(waiting));
            if (index.holds(waiting.source()))
                archive.remove(waiting.source(), waiting.header().id());
            erasure.replaced(gone);
            return new Outcome.Rejected(waiting);
        });
    }

    private interface Decision {
        Outcome on(HeldDocument waiting);
    }

    private Outcome decide(Ruling ruling, Principal asker, String verb, Decision decision) {
        try {
            index.reserve();
            erasure.finish();
            List<HeldDocument> waiting = named(ruling, asker);
            if (waiting.size() > 1) return new Outcome.Ambiguous(waiting);
            if (waiting.isEmpty()) {
                audit.append(new AuditEvent(
                        verb, asker.name(), ruling.document().value(), "not held", Map.of("reason", ruling.reason())));
                return new Outcome.NotWaiting();
            }
            HeldDocument one = waiting.getFirst();
            Optional<String> turnedAway = access.refusal(asker, Act.QUARANTINE_RELEASE);
            return turnedAway.isPresent() ? refused(verb, one, asker, turnedAway.get()) : decision.on(one);
        } finally {
            index.release();
        }
    }

    private List<HeldDocument> named(Ruling ruling, Principal asker) {
        List<HeldDocument> waiting = library.quarantined(asker).stream()
                .filter(d -> d.header().id().equals(ruling.document()))
                .toList();
        return (ruling.revision().isEmpty() ? waiting : RevisionNames.meant(ruling.revision(), waiting))
                .stream()
                        .filter(d -> d.source().hex().startsWith(ruling.source().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    private Outcome approved(HeldDocument waiting, Ruling ruling, Principal asker) {
        var document = archive.document(waiting.source(), waiting.header().id())
                .orElseThrow(() -> new IllegalStateException(
                        waiting.key() + " is in the catalogue, but not in the archive; run flightline check"));
        var approval = new Custody.Approval(asker.name(), clock.instant(), ruling.reason());
        var passages = cutter.cut(document);
        var entry = new RevisionLedger(index.documents())
                .admit(HeldDocument.arriving(
                        document.header(),
                        waiting.library(),
                        waiting.source(),
                        waiting.fileName(),
                        waiting.ingested(),
                        passages.size(),
                        waiting.custody().approved(approval)));
        log("approve", waiting, asker, "approved", ruling.reason());
        var replaced = new ArrayList<HeldDocument>();
        index.document(entry.arrival().key()).ifPresent(replaced::add);
        var gone = erasure.replacing(replaced);
        index.approve(waiting, new RevisionSwap(entry.arrival(), passages, entry.changed()));
        erasure.replaced(gone);
        return new Outcome.Approved(
                entry.arrival(),
                library.seen(entry.changed(), asker).stream()
                        .map(HeldDocument::key)
                        .toList());
    }

    private Outcome refused(String verb, HeldDocument waiting, Principal asker, String why) {
        log(verb, waiting, asker, "refused", why);
        return new Outcome.Refused(why);
    }

    private void log(String verb, HeldDocument waiting, Principal asker, String outcome, String reason) {
        audit.append(new AuditEvent(
                verb,
                asker.name(),
                waiting.key(),
                outcome,
                Map.of(
                        "reason",
                        reason,
                        "brought by",
                        waiting.custody().broughtBy(),
                        "suspected",
                        reasons(waiting.custody().suspicions()),
                        "source",
                        waiting.source().hex())));
    }
}
