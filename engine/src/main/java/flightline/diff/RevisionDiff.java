package flightline.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.diff.Change.Kind;
import flightline.diff.Change.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What changed between two revisions: warnings and cautions first, then values, then steps, then the rest, each group in
 * the order of the document.
 *
 * <p>Blocks that say the same are found with Myers' algorithm; what is left on both sides is paired by place, number and
 * likeness, see {@link Pairing}.
 *
 * @param renumbered count of blocks whose number alone is another; they are not among the changes
 */
public record RevisionDiff(List<Change> changes, int renumbered) {
    private static final Set<String> DONE =
            Set.of("step", "isolation-step", "isolation-end", "fault", "part", "row", "columns");

    public RevisionDiff {
        changes = List.copyOf(changes);
    }

    public static RevisionDiff between(StructuredDocument before, StructuredDocument after) {
        List<Unit> old = Units.of(before);
        List<Unit> now = Units.of(after);
        var pairing = new Pairing(old, now);
        var found = new ArrayList<Change>();
        int renumbered = 0;
        int o = 0;
        int n = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        old.stream().map(Unit::key).toList(),
                        now.stream().map(Unit::key).toList())
                .getDeltas()) {
            for (; o < delta.getSource().getPosition(); o++, n++) renumbered += same(old.get(o), now.get(n), found);
            int oldEnd = o + delta.getSource().size();
            int newEnd = n + delta.getTarget().size();
            pairing.gap(o, oldEnd, n, newEnd);
            o = oldEnd;
            n = newEnd;
        }
        for (; o < old.size(); o++, n++) renumbered += same(old.get(o), now.get(n), found);
        Map<Integer, Integer> pairs = pairing.pairs();
        for (int i : pairing.leftBehind()) {
            Integer partner = pairs.get(i);
            if (partner == null) found.add(alone(Kind.REMOVED, old.get(i)));
            else found.add(paired(old.get(i), now.get(partner)));
        }
        for (int i : pairing.newcomers()) if (!pairs.containsValue(i)) found.add(alone(Kind.ADDED, now.get(i)));
        found.sort(Comparator.comparing(Change::rank)
                .thenComparing(c -> c.safety().orElse(SafetyKind.NOTE))
                .thenComparingInt(c -> c.side().place().start()));
        return new RevisionDiff(found, renumbered);
    }

    /** Notes whether blocks that say the same hold for other aircraft; returns 1 where they are only numbered otherwise. */
    private static int same(Unit old, Unit now, List<Change> found) {
        if (!old.applicability().equals(now.applicability())) {
            found.add(change(Kind.APPLICABILITY, rank(old), old, now));
            return 0;
        }
        return old.number().equals(now.number()) ? 0 : 1;
    }

    private static Change paired(Unit old, Unit now) {
        Rank rank = graver(rank(old), rank(now));
        if (!old.key().equals(now.key()))
            return change(Kind.CHANGED, old.values().equals(now.values()) ? rank : graver(rank, Rank.VALUE), old, now);
        return change(Kind.MOVED, rank, old, now);
    }

    private static Change change(Kind kind, Rank rank, Unit old, Unit now) {
        return new Change(
                kind,
                rank,
                old.kind().equals(now.kind()) ? now.kind() : old.kind() + " → " + now.kind(),
                graver(old.safety(), now.safety()),
                Optional.of(old.side()),
                Optional.of(now.side()),
                WordDiff.between(old.folded(), now.folded()));
    }

    private static Change alone(Kind kind, Unit unit) {
        Optional<Change.Side> side = Optional.of(unit.side());
        return kind == Kind.ADDED
                ? new Change(kind, rank(unit), unit.kind(), unit.safety(), Optional.empty(), side, List.of())
                : new Change(kind, rank(unit), unit.kind(), unit.safety(), side, Optional.empty(), List.of());
    }

    private static Rank graver(Rank one, Rank other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** A warning that became a note was a warning: that it is none any more must be read among the first. */
    private static Optional<SafetyKind> graver(Optional<SafetyKind> one, Optional<SafetyKind> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Rank rank(Unit unit) {
        boolean grave = unit.safety().filter(kind -> kind != SafetyKind.NOTE).isPresent();
        if (grave) return Rank.SAFETY;
        return DONE.contains(unit.kind()) ? Rank.STEP : Rank.OTHER;
    }

    /** How many changes of each kind there are. */
    public Map<Kind, Long> counts() {
        var counts = new TreeMap<Kind, Long>();
        changes.forEach(c -> counts.merge(c.kind(), 1L, Long::sum));
        return counts;
    }
}
