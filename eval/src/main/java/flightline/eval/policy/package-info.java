/**
 * Learns and measures the gate: what a request is for. In: labelled requests, those of our own writing for learning, and
 * public maintenance texts as what must pass. Out: the model that {@code flightline.policy} ships, and figures.
 */
@NullMarked
package flightline.eval.policy;

import org.jspecify.annotations.NullMarked;
