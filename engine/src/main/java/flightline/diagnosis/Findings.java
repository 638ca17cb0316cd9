package flightline.diagnosis;

import java.util.List;

/**
 * What the evidence says, whether or not it is enough for a brief.
 *
 * @param citations every exhibit that anything here points to
 */
public record Findings(
        List<RankedSystem> systems,
        SystemSet systemSet,
        List<Cause> causes,
        List<Conflict> conflicts,
        List<Exhibits.Past> precedents,
        List<Numbered> citations) {
    public Findings {
        systems = List.copyOf(systems);
        causes = List.copyOf(causes);
        conflicts = List.copyOf(conflicts);
        precedents = List.copyOf(precedents);
        citations = List.copyOf(citations);
    }

    public static Findings none() {
        return new Findings(List.of(), new SystemSet(0.9, List.of(), true), List.of(), List.of(), List.of(), List.of());
    }
}
