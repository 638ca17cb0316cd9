package flightline.flow;

import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.RevisionNames;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody may see of the library; a document that is not held and one that is not for the asker are not told apart. */
record Visible(Gate gate, PassageIndex index, Principal asker) {
    boolean maySee(HeldDocument document) {
        return gate.decide("", asker) instanceof Decision.Allowed(var scope)
                && scope.clears(document.header().marking());
    }

    List<HeldDocument> documents() {
        return index.documents().stream().filter(this::maySee).toList();
    }

    /** @param revision exactly, or as displayed; empty for the one in force that day, else the newest, that the asker may see */
    Optional<HeldDocument> revision(DocumentId id, String revision, LocalDate on) {
        List<HeldDocument> seen =
                index.revisions(id).stream().filter(this::maySee).toList();
        return (revision.isEmpty() ? seen : RevisionNames.meant(revision, seen))
                .stream()
                        .max(Comparator.<HeldDocument, Boolean>comparing(d -> d.inForceOn(on))
                                .thenComparing(d -> d.header().revision()));
    }
}
