package flightline.search;

import flightline.model.Embedder;
import flightline.search.Depot.Commit;
import flightline.search.Depot.Wanted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both indexes in a depot do alike: the same embedder on both sides, words weighed by what may be seen, candidates asked for. */
final class DepotDesk {
    private final Depot depot;
    private final Embedder embedder;
    private final Tuning tuning;
    private final CensusBook census = new CensusBook();

    DepotDesk(Depot depot, Embedder embedder, Tuning tuning) {
        this.depot = depot;
        this.embedder = embedder;
        this.tuning = tuning;
    }

    /** Text fields in which words are sought. */
    private Set<String> fields() {
        return tuning.together().map(Set::of).orElseGet(() -> tuning.fields().keySet());
    }

    /** Vectors of different embedders cannot be compared. */
    void requireSameEmbedder(Commit commit) {
        if (!commit.embedder().equals(embedder.name()))
            throw new IndexTrouble.OtherEmbedder(depot.place(), commit.embedder(), embedder.name());
    }

    /** Takes the right to write. */
    void reserve() {
        depot.reserve();
        depot.read(true, commit -> {
            requireSameEmbedder(commit);
            return true;
        });
    }

    /** Of the words of a question and of any others. */
    Census census(Commit commit, Condition seen, Question question, Set<String> others) {
        var words = new HashSet<>(others);
        for (var term : question.terms()) words.add(term.term());
        return census.of(commit, seen.and(new Condition.Meaning()), fields(), words);
    }

    Wanted wanted(Condition scope, Question question, Census census, float[] meaning, int depth) {
        var weights = new HashMap<String, Float>();
        var codes = new HashSet<String>();
        for (var term : question.terms()) {
            weights.merge(term.term(), term.weight(), Math::max);
            if (term.code()) codes.add(term.term());
        }
        Map<String, Double> worth = census.worth(weights, fields());
        return new Wanted(scope, worth, codes, meaning, depth);
    }

    /** No vector of another length may come in. */
    void requireLength(List<float[]> vectors) {
        for (float[] vector : vectors)
            if (vector.length != embedder.dimension())
                throw new IllegalArgumentException("vectors of " + embedder.name() + " have length "
                        + embedder.dimension() + ", got one of " + vector.length);
    }
}
