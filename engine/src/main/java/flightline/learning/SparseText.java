package flightline.learning;

/**
 * A text as numbers: which features it has, and how much of each; of unit length, or empty.
 *
 * @param index 0-based numbers of features, ascending, each once
 * @param weight of each, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of these are multiplied; nothing outside the room sees the arrays.
record SparseText(int[] index, float[] weight) {
    boolean isEmpty() {
        return index.length == 0;
    }
}
