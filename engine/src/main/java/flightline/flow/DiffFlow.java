package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.corpus.RevisionNames;
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
     * @param revision exactly, or as displayed
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
                implements Outcome {
            /** The revision at either end, so that the two are told apart. */
            public String name(HeldDocument end) {
                return end.key().equals(from.key()) && end.key().equals(to.key())
                        ? end.header().revision().display()
                        : RevisionNames.of(List.of(from, to)).of(end);
            }
        }

        /** @param held names of the document's revisions that the asker may see, oldest first */
        record NotHeld(String revision, List<String> held) implements Outcome {}
    }

    /** The two newest revisions that the asker may see, older first; absent where there are not two. */
    public Optional<List<String>> newest(DocumentId id, Principal asker) {
        List<String> held = names(visible(id, asker));
        return held.size() < 2 ? Optional.empty() : Optional.of(held.subList(held.size() - 2, held.size()));
    }

    /**
     * @param from revision, exactly, or as displayed, or by its number
     * @param to the same; where both names mean the same two or more, the last of these is compared with the one before it
     * @param quotes those of other revisions are passed over
     */
    public Outcome compare(DocumentId id, String from, String to, List<Quote> quotes, Principal asker) {
        List<HeldDocument> held = visible(id, asker);
        Outcome outcome = missing(from, held).or(() -> missing(to, held)).orElseGet(() -> {
            HeldDocument end = RevisionNames.meant(to, held).getLast();
            return compared(other(RevisionNames.meant(from, held), end), end, quotes);
        });
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
                        .filter(q -> means(q, from) || means(q, to))
                        .map(q -> new Touched(
                                q,
                                diff.changes().stream()
                                        .filter(c -> touches(c, q, means(q, from)))
                                        .toList()))
                        .toList());
    }

    private static boolean means(Quote quote, HeldDocument revision) {
        return !RevisionNames.meant(quote.revision(), List.of(revision)).isEmpty();
    }

    /** The last of these that is not that one, where there is another. */
    private static HeldDocument other(List<HeldDocument> meant, HeldDocument than) {
        return meant.stream()
                .filter(one -> !one.key().equals(than.key()))
                .reduce((a, b) -> b)
                .orElse(than);
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

    /** Oldest first. */
    private List<HeldDocument> visible(DocumentId id, Principal asker) {
        return index.revisions(id).stream()
                .filter(d -> gate.decide("", asker) instanceof Decision.Allowed(var scope)
                        && scope.clears(d.header().marking()))
                .sorted(Comparator.comparing(d -> d.header().revision()))
                .toList();
    }

    private static Optional<Outcome> missing(String revision, List<HeldDocument> held) {
        return RevisionNames.meant(revision, held).isEmpty()
                ? Optional.of(new Outcome.NotHeld(revision, names(held)))
                : Optional.empty();
    }

    private static List<String> names(List<HeldDocument> held) {
        var names = RevisionNames.of(held);
        return held.stream().map(names::of).toList();
    }
}
