package flightline.eval.bench;

import java.util.List;

/**
 * What was measured at one size.
 *
 * @param passages in the index
 * @param rate passages taken in a second on the clock, without the model that embeds them
 * @param cpuRate the same for a second of processor
 * @param bytes of the index
 * @param segments of the index
 * @param heap bytes in use after a collection, with the index open and asked
 * @param recalls share of the ten truly nearest that are found
 * @param rows one for each way to ask
 */
record Measured(
        long passages,
        double rate,
        double cpuRate,
        long bytes,
        int segments,
        long heap,
        List<Recall> recalls,
        List<Row> rows) {
    static final String FUSED = "Flightline, fused";
    static final String WORDS = "Flightline, words";
    static final String VECTORS = "Flightline, vectors";
    static final String LUCENE_WORDS = "Lucene, words";
    static final String SAME_WORDS = "Lucene, the same words";
    /** The product's words and constants of weighing. */
    static final String SAME_QUERY = "Lucene, the same query";

    static final String LUCENE_VECTORS = "Lucene, vectors";
    static final String LANGCHAIN = "LangChain4j in memory, vectors";
    static final String SPRING = "Spring AI in memory, vectors";

    /** @param value 0 to 1 */
    record Recall(Asked asked, double value) {}

    /**
     * One way to ask.
     *
     * @param first milliseconds of the first question under this filter, before anything is known
     */
    record Row(String way, Asked asked, int callers, double first, Times times) {}
}
