package flightline.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts examples into folds so that kin stay together; which fold depends on the ids alone. */
final class Folds {
    private Folds() {}

    /** The 0-based fold of each example. */
    static int[] of(List<Example> examples, int folds) {
        int[] head = new int[examples.size()];
        Map<String, Integer> owner = new HashMap<>();
        for (int i = 0; i < head.length; i++) {
            head[i] = i;
            for (String key : examples.get(i).kin()) {
                Integer other = owner.putIfAbsent(key, i);
                if (other != null) join(head, i, other);
            }
        }
        String[] least = new String[head.length];
        for (int i = 0; i < head.length; i++) {
            int top = top(head, i);
            String id = examples.get(i).id();
            String known = least[top];
            if (known == null || id.compareTo(known) < 0) least[top] = id;
        }
        int[] fold = new int[head.length];
        for (int i = 0; i < head.length; i++) fold[i] = Math.floorMod(spread(least[top(head, i)]), folds);
        return fold;
    }

    private static void join(int[] head, int a, int b) {
        head[top(head, a)] = top(head, b);
    }

    private static int top(int[] head, int i) {
        int at = i;
        while (head[at] != at) {
            head[at] = head[head[at]];
            at = head[at];
        }
        return at;
    }

    /** Ids that count up must not fall into folds that count up. */
    static int spread(String id) {
        int hash = id.hashCode() * 0x9e3779b9;
        return hash ^ (hash >>> 15);
    }
}
