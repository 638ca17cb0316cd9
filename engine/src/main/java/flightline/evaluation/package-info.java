/**
 * Measures: reads labelled cases, turns ranks into figures, compares figures with those expected; and tells whether what was in
 * service in one month differs from another by more than chance.
 *
 * <p>In: case files and the ranks that flows reached; what the log has of each day. Out: a {@link flightline.evaluation.Scorecard}, a
 * {@link flightline.evaluation.DriftReport}. Reads case files, decides nothing about the product.
 */
@NullMarked
package flightline.evaluation;

import org.jspecify.annotations.NullMarked;
