package flightline.terms;

import java.util.ArrayList;
import java.util.List;

/** The tags of tokens: 0 is outside; then for each kind the tag that begins a span and the one that goes on with it. */
final class TagSet {
    static final int OUTSIDE = 0;
    /** In the order in which the model that is shipped numbers them. */
    private static final List<SpanKind> KINDS = List.of(SpanKind.values());

    static final int SIZE = 1 + 2 * KINDS.size();

    private TagSet() {}

    /** Whether {@code tag} goes on with a span. */
    static boolean goesOn(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    static SpanKind kind(int tag) {
        return KINDS.get((tag - 1) / 2);
    }

    /** A span goes on only behind its own kind. */
    static boolean allowed(int before, int tag) {
        return !goesOn(tag) || before == tag || before == tag - 1;
    }

    static String name(int tag) {
        if (tag == OUTSIDE) return "O";
        return (goesOn(tag) ? "I-" : "B-") + kind(tag).tag();
    }

    /** @throws IllegalArgumentException where there is no such tag */
    static int of(String name) {
        for (int tag = 0; tag < SIZE; tag++) if (name(tag).equals(name)) return tag;
        throw new IllegalArgumentException("no such tag: '" + name + "'");
    }

    static int[] of(List<String> names) {
        return names.stream().mapToInt(TagSet::of).toArray();
    }

    static List<String> names(int[] tags) {
        var names = new ArrayList<String>(tags.length);
        for (int tag : tags) names.add(name(tag));
        return names;
    }
}
