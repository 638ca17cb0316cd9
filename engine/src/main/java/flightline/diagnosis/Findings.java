package flightline.diagnosis;

import java.util.List;

/**
 * What the evidence says, whether or not it is enough for a brief.
 *
 * @param ranked systems and the set of them that is likely to hold the right one
 * @param citations every exhibit that anything here points to
 * @param repeats earlier records of the aircraft that tell of the same fault
 */
public record Findings(
        RankedSystems ranked,
        List<Cause> causes,
        List<Conflict> conflicts,
        List<Exhibits.Past> precedents,
        List<Numbered> citations,
        Repeats repeats) {
    public Findings {
        causes = List.copyOf(causes);
        conflicts = List.copyOf(conflicts);
        precedents = List.copyOf(precedents);
        citations = List.copyOf(citations);
    }

    /** Findings of a request that asks of no aircraft. */
    public Findings(
            RankedSystems ranked,
            List<Cause> causes,
            List<Conflict> conflicts,
            List<Exhibits.Past> precedents,
            List<Numbered> citations) {
        this(ranked, causes, conflicts, precedents, citations, Repeats.none());
    }

    /** Systems, likeliest first. */
    public List<RankedSystem> systems() {
        return ranked.systems();
    }

    public SystemSet systemSet() {
        return ranked.set();
    }

    public static Findings none() {
        return new Findings(RankedSystems.none(), List.of(), List.of(), List.of(), List.of());
    }
}
