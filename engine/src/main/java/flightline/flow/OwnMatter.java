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
import java.util.TreeMap;

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

    /**
     * A judgement.
     *
     * @param facts what the log must say of it besides the outcome
     */
    record Judged(Decision decision, Map<String, String> facts) {
        Judged {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The judgement of a request that stands by itself.
     *
     * @param on the day on which what speaks of it must be in force
     */
    Judged judge(String text, Principal asker, LocalDate on) {
        return judge(text, "", asker, on);
    }

    /** @param more words of the matter that the request belongs to; the log keeps the request alone */
    Judged judge(String request, String more, Principal asker, LocalDate on) {
        String text = more.isEmpty() ? request : request + "\n" + more;
        Decision first = gate.decide(text, asker);
        if (first instanceof Decision.OutOfScope
                && gate.decideOverLibrary(text, asker) instanceof Decision.Allowed ours
                && isSpokenOf(text, ours, on)) return judged(request, asker, ours, Ours.LIBRARY);
        return judged(request, asker, first, more.isEmpty() ? Ours.WORDS : Ours.CONTEXT);
    }

    private Judged judged(String request, Principal asker, Decision decision, Ours ours) {
        var facts = new TreeMap<>(gate.facts(request, asker));
        if (decision instanceof Decision.Allowed) facts.put(Ours.FACT, ours.word());
        return new Judged(decision, facts);
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
