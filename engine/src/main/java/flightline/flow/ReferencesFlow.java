package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Scope;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what documents refer to, and where each reference leads in this library or why it leads nowhere. */
public final class ReferencesFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final Archive archive;
    private final AuditLog audit;

    public ReferencesFlow(Gate gate, PassageIndex index, Archive archive, AuditLog audit) {
        this.gate = gate;
        this.index = index;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * @param id of the document that refers; absent for all that are in force that day
     * @return absent where no such document is held or the asker may not see it: the two are not told apart
     */
    public Optional<List<Followed>> follow(Optional<DocumentId> id, LocalDate on, Principal asker) {
        Scope scope = maySee(asker);
        var from = id.map(index::revisions).orElseGet(index::documents).stream()
                .filter(d -> scope.clears(d.header().marking()))
                .toList();
        var inForce = from.stream().filter(d -> d.inForceOn(on)).toList();
        // One document is asked for by name even where it is superseded; of the whole library, what holds now counts.
        var asked = id.isPresent() && inForce.isEmpty()
                ? from.reversed().stream().limit(1).toList()
                : inForce;
        var follower = new ReferenceFollower(
                index, archive, d -> scope.clears(d.header().marking()), on);
        var followed = new ArrayList<Followed>();
        for (HeldDocument document : asked) followed.addAll(follower.follow(document));
        audit.append(new AuditEvent(
                "references",
                asker.name(),
                id.map(DocumentId::value).orElse("all"),
                asked.isEmpty() ? "not found" : "listed",
                Map.of("references", Integer.toString(followed.size()))));
        return asked.isEmpty() && id.isPresent() ? Optional.empty() : Optional.of(followed);
    }

    private Scope maySee(Principal asker) {
        return switch (gate.decide("", asker)) {
            case Decision.Allowed(var scope) -> scope;
            case Decision.Refused(var clause, var category, var why) -> Scope.NOTHING;
            case Decision.OutOfScope(var why) -> Scope.NOTHING;
        };
    }
}
