package flightline.flow;

import java.util.function.LongSupplier;

/**
 * What is around an answer while it is worked out.
 *
 * @param nanos a clock for durations
 * @param turns whose turn it is
 * @param witness sees how each answer came out
 */
public record Running(LongSupplier nanos, Turns turns, Witness witness) {}
