package flightline.llama.runtime;

/**
 * Size of a made model. Its weights are seeded chance, so it writes nothing sensible, but with the arithmetic of a true one.
 *
 * @param tokens of the vocabulary, at least 300
 * @param tied whether the first table is used for the last too, as the small Llamas do
 */
public record Shape(
        int layers, int width, int heads, int keyHeads, int inner, int tokens, int context, boolean tied, long seed) {
    /** Small enough for tests. */
    public static Shape tiny() {
        return new Shape(2, 256, 8, 4, 512, 700, 2_048, false, 11);
    }

    /** As Llama 3.2 1B. */
    public static Shape oneBillion() {
        return new Shape(16, 2_048, 32, 8, 8_192, 128_256, 131_072, true, 11);
    }

    public int head() {
        return width / heads;
    }

    public int keyWidth() {
        return head() * keyHeads;
    }
}
