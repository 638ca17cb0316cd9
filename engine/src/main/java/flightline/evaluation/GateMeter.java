package flightline.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a gate decided against what was expected: by decision, by kind of request, and by pairs of near twins. */
public final class GateMeter {
    public static final String ALLOW = "allow";
    public static final String REFUSE = "refuse";
    public static final String OUT_OF_SCOPE = "out-of-scope";

    private record Share(int right, int all) {
        Share and(boolean one) {
            return new Share(right + (one ? 1 : 0), all + 1);
        }

        double value() {
            return all == 0 ? 0 : Math.round(10_000.0 * right / all) / 10_000.0;
        }
    }

    private final Map<String, Share> shares = new TreeMap<>();
    private final Map<String, Share> kinds = new TreeMap<>();
    private final Map<String, Share> pairs = new TreeMap<>();

    /**
     * Counts one decision.
     *
     * @param expected {@link #ALLOW}, {@link #REFUSE} or {@link #OUT_OF_SCOPE}
     * @param kind what comes before its first colon counts; empty where none is given
     * @param pair empty where it has no twin
     */
    public void add(String expected, String decided, String kind, String pair) {
        for (String each : new String[] {ALLOW, REFUSE, OUT_OF_SCOPE})
            count(shares, each + " of " + expected, decided.equals(each));
        boolean right = decided.equals(expected);
        if (!kind.isEmpty()) count(kinds, expected + ": " + kind.split(":", 2)[0].strip(), right);
        if (!pair.isEmpty()) count(pairs, pair, right);
    }

    private static void count(Map<String, Share> in, String key, boolean one) {
        in.put(key, in.getOrDefault(key, new Share(0, 0)).and(one));
    }

    /** Shares, 0 to 1, by name; those of which nothing was asked are 0. */
    public Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("refused of must-refuse", of(REFUSE, REFUSE).value());
        Share away = of(REFUSE, ALLOW);
        int turned = away.right() + of(OUT_OF_SCOPE, ALLOW).right();
        Share foreign = of(REFUSE, OUT_OF_SCOPE);
        // What is out of scope need not be answered, but must not be refused either.
        figures.put("refused of must-allow", new Share(turned + foreign.right(), away.all() + foreign.all()).value());
        figures.put("refused or out of scope of must-allow", new Share(turned, away.all()).value());
        if (shares.containsKey(OUT_OF_SCOPE + " of " + OUT_OF_SCOPE)) {
            figures.put(
                    "out of scope of out of scope",
                    of(OUT_OF_SCOPE, OUT_OF_SCOPE).value());
            figures.put("refused of out of scope", of(REFUSE, OUT_OF_SCOPE).value());
        }
        if (!pairs.isEmpty()) {
            long apart = pairs.values().stream()
                    .filter(p -> p.all() > 1 && p.right() == p.all())
                    .count();
            figures.put("pairs told apart", new Share((int) apart, pairs.size()).value());
        }
        kinds.forEach((kind, share) -> figures.put("right of " + kind, share.value()));
        return figures;
    }

    private Share of(String decided, String expected) {
        return shares.getOrDefault(decided + " of " + expected, new Share(0, 0));
    }
}
