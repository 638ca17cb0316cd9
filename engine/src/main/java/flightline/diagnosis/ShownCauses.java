package flightline.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which causes are shown, and with what share: as many of the likeliest as are wanted, and behind them every further one
 * that a document lists, for a rare cause that the manual knows must not drown in what was changed often.
 */
public final class ShownCauses {
    private static final int MOST = 60;

    private ShownCauses() {}

    /**
     * @param causes all, best first
     * @param situation once there are answers, its beliefs are the shares
     */
    public static List<Cause> of(List<Cause> causes, Situation situation, int top) {
        return of(situation.findings().isEmpty() ? causes : believed(causes, situation), top);
    }

    /** @param ranked all, best first */
    public static List<Cause> of(List<Cause> ranked, int top) {
        var shown = new ArrayList<>(ranked.subList(0, Math.min(top, ranked.size())));
        for (Cause cause : ranked.subList(shown.size(), ranked.size()))
            if (shown.size() < MOST && cause.evidence().getFirst().startsWith("c")) shown.add(cause);
        return List.copyOf(shown);
    }

    private static List<Cause> believed(List<Cause> causes, Situation situation) {
        return causes.stream()
                .map(c -> new Cause(c.part(), c.condition(), situation.beliefs().of(c.part()), c.evidence(), c.why()))
                .sorted(Comparator.comparingDouble(c -> -c.probability()))
                .toList();
    }
}
