package flightline.library.records;

import java.util.List;
import java.util.Random;

/**
 * Seeded choices. {@link Random} is used because its Javadoc fixes the algorithm, so the bytes stay the same on every JDK.
 */
final class Dice {
    private final Random random;

    /** Dice of their own for one text, so that a change to one text leaves the others as they were. */
    Dice(long seed, String key) {
        random = new Random(stirred(seed * 1_000_003L + key.hashCode()));
    }

    /** Neighbouring keys have neighbouring hashes, and {@link Random} begins alike for those unless their bits are spread. */
    private static long stirred(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double around(double mean, double spread) {
        return mean + (random.nextDouble() * 2 - 1) * spread;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
