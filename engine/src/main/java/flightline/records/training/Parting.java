package flightline.records.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts examples into those to learn from, to choose by, and to test with.
 *
 * <p>Examples of one airframe are not parted, and the airframes heard of last test, for a model will meet what comes after its
 * examples. What says nearly the same as an example that is held out is not learned from, whichever airframe it comes from: a model
 * would be praised for what it has by heart.
 */
public final class Parting {
    /** Of all examples, for choosing and for testing each, about. */
    private static final double SHARE = 0.1;

    private Parting() {}

    /** Which part an example belongs to. */
    public enum Side {
        TRAIN,
        VALIDATION,
        TEST
    }

    /**
     * The parts.
     *
     * @param leftOut near copies of what is held out
     */
    public record Parts(Map<Side, List<Example>> parts, int leftOut) {
        public List<Example> of(Side side) {
            return parts.getOrDefault(side, List.of());
        }
    }

    public static Parts of(List<Example> examples) {
        var parts = new EnumMap<Side, List<Example>>(Side.class);
        for (Side side : Side.values()) parts.put(side, new ArrayList<>());
        List<List<Example>> groups = groups(examples);
        double wanted = SHARE * examples.size();
        for (List<Example> group : groups)
            parts.getOrDefault(side(parts, group.size(), wanted), List.of()).addAll(group);
        if (groups.size() > 2) fill(parts, groups);
        int before = examples.size();
        keepApart(parts, Side.VALIDATION, Side.TEST);
        keepApart(parts, Side.TRAIN, Side.TEST);
        keepApart(parts, Side.TRAIN, Side.VALIDATION);
        return new Parts(
                parts, before - parts.values().stream().mapToInt(List::size).sum());
    }

    /** By airframe, that heard of last first; what tells of none stands by itself. */
    private static List<List<Example>> groups(List<Example> examples) {
        var groups = new LinkedHashMap<String, List<Example>>();
        for (Example one : examples)
            groups.computeIfAbsent(one.tail().isEmpty() ? "example " + one.id() : one.tail(), t -> new ArrayList<>())
                    .add(one);
        return groups.values().stream()
                .sorted(Comparator.comparing(Parting::last)
                        .reversed()
                        .thenComparing(group -> group.getFirst().id()))
                .toList();
    }

    private static LocalDate last(List<Example> group) {
        return group.stream().map(Example::day).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    }

    /** A group that would make a part more than half as large again as wanted is learned from. */
    private static Side side(Map<Side, List<Example>> parts, int size, double wanted) {
        for (Side side : List.of(Side.TEST, Side.VALIDATION)) {
            int held = parts.getOrDefault(side, List.of()).size();
            if (held < wanted && held + size <= Math.max(1, 1.5 * wanted)) return side;
        }
        return Side.TRAIN;
    }

    /** Of a few airframes with much each, the smallest are held out. */
    private static void fill(Map<Side, List<Example>> parts, List<List<Example>> groups) {
        List<List<Example>> smallest =
                groups.stream().sorted(Comparator.comparingInt(List::size)).toList();
        int next = 0;
        for (Side side : List.of(Side.TEST, Side.VALIDATION)) {
            List<Example> held = parts.getOrDefault(side, List.of());
            List<Example> train = parts.getOrDefault(Side.TRAIN, List.of());
            while (held.isEmpty() && next < smallest.size()) {
                List<Example> group = smallest.get(next++);
                if (train.removeAll(group)) held.addAll(group);
            }
        }
    }

    private static void keepApart(Map<Side, List<Example>> parts, Side from, Side heldOut) {
        var held = new NearCopies();
        parts.getOrDefault(heldOut, List.of()).forEach(one -> held.add(one.asked()));
        parts.getOrDefault(from, new ArrayList<>()).removeIf(one -> held.has(one.asked()));
    }
}
