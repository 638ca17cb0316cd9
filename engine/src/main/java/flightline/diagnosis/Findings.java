package flightline.diagnosis;

import flightline.corpus.Marking;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** The strictest marking of all that these findings point to. */
    public Marking marking() {
        Stream<Marking> cited = citations.stream().map(one -> one.citation().marking());
        Stream<Marking> past =
                precedents.stream().map(one -> one.precedent().record().marking());
        Stream<Marking> before = repeats.recall().chain().stream()
                .flatMap(chain -> chain.before().stream())
                .map(time -> time.record().marking());
        return Stream.of(cited, past, before).flatMap(Function.identity()).reduce(Marking.UNMARKED, Marking::and);
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
