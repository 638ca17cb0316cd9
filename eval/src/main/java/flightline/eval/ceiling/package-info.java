/**
 * Asks how well any method could tell systems on the public records.
 *
 * <p>In: difficulty reports with their manual references. Out: figures on paper.
 */
@NullMarked
package flightline.eval.ceiling;

import org.jspecify.annotations.NullMarked;
