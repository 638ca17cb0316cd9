package flightline.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what of the old revision became what of the new, among the blocks that do not say the same in the same order.
 *
 * <p>In each gap between common blocks, those alike are paired, most alike first; then, wherever they stand, those that say
 * the same (moved), those under the same headings with the same number, and those that are very much alike.
 */
final class Pairing {
    /** Below this, two texts in one gap are not one text changed. */
    private static final double ALIKE = 0.5;
    /** With the same number under the same headings, less will do. */
    private static final double NUMBERED = 0.4;

    private static final double VERY_MUCH_ALIKE = 0.8;
    /** Of warnings there are few, and one that moved with other words must not be read as one that is gone and one that is new. */
    private static final double SAFETY_ALIKE = 0.5;
    /** Shorter texts come up by chance. */
    private static final int SHORTEST_TO_MOVE = 4;
    /** Comparing everything with everything has its limits; beyond, only what stands under the same headings. */
    private static final long MOST = 4_000_000;

    private final List<Unit> old;
    private final List<Unit> now;
    private final TreeSet<Integer> left = new TreeSet<>();
    private final TreeSet<Integer> came = new TreeSet<>();
    private final Map<Integer, Integer> pairs = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private record Candidate(int old, int now, double likeness) {}

    private interface Test {
        /** 0 where the two cannot be one, else how well they fit. */
        double fit(Unit old, Unit now);
    }

    Pairing(List<Unit> old, List<Unit> now) {
        this.old = old;
        this.now = now;
    }

    /** Old blocks from {@code o} to before {@code oEnd} stand where the new ones from {@code n} to before {@code nEnd} do. */
    void gap(int o, int oEnd, int n, int nEnd) {
        var here = range(o, oEnd);
        var there = range(n, nEnd);
        left.addAll(here);
        came.addAll(there);
        pair(here, there, (a, b) -> {
            double likeness = a.likeness(b);
            boolean number = !a.number().isEmpty() && a.number().equalsIgnoreCase(b.number());
            return likeness >= (number ? NUMBERED : ALIKE) ? likeness + (number ? 1 : 0) : 0;
        });
    }

    /** Old to new, after everything that is left was looked at once more. */
    Map<Integer, Integer> pairs() {
        pair(left, came, (a, b) -> a.folded().equals(b.folded()) && a.count() >= SHORTEST_TO_MOVE ? 1 : 0);
        pair(left, came, (a, b) -> {
            boolean same = !a.number().isEmpty()
                    && a.number().equalsIgnoreCase(b.number())
                    && a.path().equals(b.path());
            double likeness = same ? a.likeness(b) : 0;
            return likeness >= NUMBERED ? likeness : 0;
        });
        pair(left, came, (a, b) -> {
            double likeness = a.count() >= SHORTEST_TO_MOVE ? a.likeness(b) : 0;
            boolean safety = a.safety().isPresent() && b.safety().isPresent();
            return likeness >= (safety ? SAFETY_ALIKE : VERY_MUCH_ALIKE) ? likeness : 0;
        });
        return pairs;
    }

    /** Old blocks that are not in the new revision at their place, in order. */
    Set<Integer> leftBehind() {
        return left;
    }

    /** New blocks that were not in the old revision at their place, in order. */
    Set<Integer> newcomers() {
        return came;
    }

    private void pair(Set<Integer> here, Set<Integer> there, Test test) {
        var mine = here.stream().filter(i -> !pairs.containsKey(i)).toList();
        var theirs = there.stream().filter(i -> !taken.contains(i)).toList();
        boolean many = (long) mine.size() * theirs.size() > MOST;
        var candidates = new ArrayList<Candidate>();
        for (int i : mine)
            for (int j : theirs) {
                Unit a = old.get(i);
                Unit b = now.get(j);
                // A caution that became a warning is one and the same that changed.
                boolean comparable = a.kind().equals(b.kind())
                        || (a.safety().isPresent() && b.safety().isPresent());
                if (!comparable || (many && !a.path().equals(b.path()))) continue;
                double fit = test.fit(a, b);
                if (fit > 0) candidates.add(new Candidate(i, j, fit + (a.path().equals(b.path()) ? 0.01 : 0)));
            }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparingInt(Candidate::old)
                .thenComparingInt(Candidate::now));
        for (Candidate best : candidates)
            if (!pairs.containsKey(best.old()) && taken.add(best.now())) pairs.put(best.old(), best.now());
    }

    private static Set<Integer> range(int from, int end) {
        var range = new TreeSet<Integer>();
        for (int i = from; i < end; i++) range.add(i);
        return range;
    }
}
