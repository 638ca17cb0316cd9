package flightline.learning;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A question asked twice: which group, and which label in it.
 *
 * @param groups absent where the labels fall into no groups worth asking for
 * @param labels all of them, of every group
 */
public record Choices(Optional<Choice> groups, Choice labels) {
    /** A question about labels alone. */
    public static Choices of(Choice labels) {
        return new Choices(Optional.empty(), labels);
    }

    /** The labels of one group, and {@link Choice#NONE}. */
    Choice within(String group, UnaryOperator<String> groupOf) {
        List<String> all = labels.labels();
        int[] kept = IntStream.range(0, all.size())
                .filter(i -> all.get(i).isEmpty() || groupOf.apply(all.get(i)).equals(group))
                .toArray();
        double[][] rows = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) rows[i] = labels.features()[kept[i]];
        return new Choice(IntStream.of(kept).mapToObj(all::get).toList(), rows);
    }
}
