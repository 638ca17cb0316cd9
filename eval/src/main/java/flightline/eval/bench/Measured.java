package flightline.eval.bench;

import java.util.List;

/**
 * What was measured at one size.
 *
 * @param passages in the index
 * @param rate passages taken in a second, without the model that embeds them
 * @param bytes of the index
 * @param heap bytes in use after a collection, with the index open and asked
 * @param recall share of the ten truly nearest that the graph brings, everything visible
 * @param rows one for each way to ask
 */
record Measured(long passages, double rate, long bytes, long heap, double recall, List<Row> rows) {
    /**
     * One way to ask.
     *
     * @param filter what share of the passages may be seen, in percent
     * @param first milliseconds of the first question of somebody with this clearance, before anything is known
     */
    record Row(String way, String filter, int callers, double first, Times times) {}
}
