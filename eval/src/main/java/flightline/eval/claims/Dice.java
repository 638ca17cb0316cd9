package flightline.eval.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    <T> List<T> shuffled(List<T> of) {
        var list = new ArrayList<>(of);
        for (int i = list.size() - 1; i > 0; i--) Collections.swap(list, i, below(i + 1));
        return list;
    }
}
