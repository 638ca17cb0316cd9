package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.corpus.StructuredDocument;
import flightline.diff.Change;
import flightline.diff.RevisionDiff;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed between two revisions of a document, and which quotations it touches. */
public final class DiffFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final Archive archive;
    private final AuditLog audit;

    public DiffFlow(Gate gate, PassageIndex index, Archive archive, AuditLog audit) {
        this.gate = gate;
        this.index = index;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * Words quoted from a revision.
     *
     * @param id number of the citation
     * @param revision as displayed
     * @param start 0-based offset in that revision's source text
     * @param end offset after the last unit
     */
    public record Quote(String id, String revision, int start, int end, String text) {}

    /**
     * What became of a quotation.
     *
     * @param changes those that touch it; empty where it stands as it was
     */
    public record Touched(Quote quote, List<Change> changes) {
        public Touched {
            changes = List.copyOf(changes);
        }
    }

    /** What a comparison gets. */
    public sealed interface Outcome {
        record Compared(HeldDocument from, HeldDocument to, RevisionDiff diff, List<Touched> quotes)
                implements Outcome {}

        /** @param held revisions of the document that the asker may see, as displayed, oldest first */
        record NotHeld(String revision, List<String> held) implements Outcome {}
    }

    /** The two newest revisions that the asker may see, older first; absent where there are not two. */
    public Optional<List<String>> newest(DocumentId id, Principal asker) {
        List<String> held = visible(id, asker).stream().map(DiffFlow::name).toList();
        return held.size() < 2 ? Optional.empty() : Optional.of(held.subList(held.size() - 2, held.size()));
    }

    /**
     * @param from revision as displayed
     * @param to revision as displayed
     * @param quotes those of other revisions are passed over
     */
    public Outcome compare(DocumentId id, String from, String to, List<Quote> quotes, Principal asker) {
        List<HeldDocument> held = visible(id, asker);
        Outcome outcome = missing(from, held)
                .or(() -> missing(to, held))
                .orElseGet(() -> compared(named(from, held), named(to, held), quotes));
        audit.append(new AuditEvent(
                "diff",
                asker.name(),
                id + " " + from + " " + to,
                outcome instanceof Outcome.Compared ? "compared" : "not held",
                Map.of()));
        return outcome;
    }

    private Outcome compared(HeldDocument from, HeldDocument to, List<Quote> quotes) {
        RevisionDiff diff = RevisionDiff.between(read(from), read(to));
        return new Outcome.Compared(
                from,
                to,
                diff,
                quotes.stream()
                        .filter(q ->
                                q.revision().equals(name(from)) || q.revision().equals(name(to)))
                        .map(q -> new Touched(
                                q,
                                diff.changes().stream()
                                        .filter(c -> touches(c, q, q.revision().equals(name(from))))
                                        .toList()))
                        .toList());
    }

    private static boolean touches(Change change, Quote quote, boolean old) {
        Optional<Place> place = (old ? change.before() : change.after()).map(Change.Side::place);
        return place.filter(p -> p.start() < quote.end() && quote.start() < p.end())
                .isPresent();
    }

    private StructuredDocument read(HeldDocument held) {
        return archive.document(held.source(), held.header().id())
                .orElseThrow(() -> new IllegalStateException(
                        held.key() + " is in the catalogue, but not in the archive; run flightline check"));
    }

    /** Oldest first; of revisions displayed alike, the last. */
    private List<HeldDocument> visible(DocumentId id, Principal asker) {
        return index.revisions(id).stream()
                .filter(d -> gate.decide("", asker) instanceof Decision.Allowed(var scope)
                        && scope.clears(d.header().marking()))
                .sorted(Comparator.comparing(d -> d.header().revision()))
                .toList();
    }

    private static Optional<Outcome> missing(String revision, List<HeldDocument> held) {
        return held.stream().anyMatch(d -> name(d).equalsIgnoreCase(revision))
                ? Optional.empty()
                : Optional.of(new Outcome.NotHeld(
                        revision, held.stream().map(DiffFlow::name).toList()));
    }

    private static HeldDocument named(String revision, List<HeldDocument> held) {
        return held.stream()
                .filter(d -> name(d).equalsIgnoreCase(revision))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static String name(HeldDocument document) {
        return document.header().revision().display();
    }
}
