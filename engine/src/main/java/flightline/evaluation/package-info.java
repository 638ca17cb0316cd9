/**
 * Measures: reads labelled cases, turns ranks into figures, compares figures with those expected.
 *
 * <p>In: case files and the ranks that flows reached. Out: a {@link flightline.evaluation.Scorecard}. Reads case files, decides
 * nothing about the product.
 */
@NullMarked
package flightline.evaluation;

import org.jspecify.annotations.NullMarked;
