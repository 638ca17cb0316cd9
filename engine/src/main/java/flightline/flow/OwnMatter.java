package flightline.flow;

import flightline.corpus.Configuration;
import flightline.diagnosis.EvidenceCheck;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a request in sight of the library. "How do I oil the chain of a bicycle" sounds foreign to a gate that knows only its
 * words; in a library of bicycles it is not. What the asker may not see tells nothing.
 */
final class OwnMatter {
    private static final int LOOKED_AT = 5;

    private final Gate gate;
    private final PassageIndex index;

    OwnMatter(Gate gate, PassageIndex index) {
        this.gate = gate;
        this.index = index;
    }

    /** @param on the day on which what speaks of it must be in force */
    Decision decide(String text, Principal asker, LocalDate on) {
        Decision first = gate.decide(text, asker);
        if (!(first instanceof Decision.OutOfScope)) return first;
        return gate.decideOverLibrary(text, asker) instanceof Decision.Allowed ours && isSpokenOf(text, ours, on)
                ? ours
                : first;
    }

    private boolean isSpokenOf(String text, Decision.Allowed ours, LocalDate on) {
        var query = new EvidenceQuery(
                text,
                LOOKED_AT,
                ours.scope().clearance(),
                Configuration.UNKNOWN,
                on,
                false,
                Optional.empty(),
                Set.of(),
                Map.of());
        return EvidenceCheck.isSpokenOf(
                EvidenceCheck.wanted(text), index.find(query).hits());
    }
}
