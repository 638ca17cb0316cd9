package flightline.diagnosis;

import flightline.diagnosis.memory.Occurrence;
import flightline.diagnosis.memory.Recall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * What is remembered of the aircraft as evidence: its chain of earlier records under their numbers.
 *
 * @param ids number of each earlier time, in the chain's order; empty where there is no chain
 */
public record Repeats(Recall recall, List<String> ids) {
    public Repeats {
        ids = List.copyOf(ids);
        int times = recall.chain().map(chain -> chain.before().size()).orElse(0);
        if (ids.size() != times)
            throw new IllegalArgumentException("a chain of " + times + " needs as many numbers, got " + ids);
    }

    public static Repeats none() {
        return new Repeats(Recall.none(), List.of());
    }

    /** Numbers the chain: a record that is among the precedents keeps its number, the others go on after the last. */
    static Repeats numbered(Recall recall, List<Exhibits.Past> precedents) {
        var known = new HashMap<String, String>();
        precedents.forEach(past -> known.put(past.precedent().record().id().value(), past.id()));
        var ids = new ArrayList<String>();
        int next = precedents.size();
        for (Occurrence time : recall.chain().map(chain -> chain.before()).orElse(List.of())) {
            String id = known.get(time.record().id().value());
            ids.add(id == null ? "r" + ++next : id);
        }
        return new Repeats(recall, ids);
    }

    /** The earlier times, oldest first. */
    public List<Occurrence> before() {
        return recall.chain().map(chain -> chain.before()).orElse(List.of());
    }

    void enter(Docket docket) {
        for (int i = 0; i < ids.size(); i++)
            docket.enter(ids.get(i), before().get(i).record());
    }

    /** The same, or nothing where an entry of the chain could not be verified. */
    Repeats unless(Set<String> fallen) {
        return ids.stream().anyMatch(fallen::contains) ? none() : this;
    }
}
