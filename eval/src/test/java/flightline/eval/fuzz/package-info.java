/** Kept findings are replayed in every suite; the campaign that finds them runs in the profile {@code fuzz} alone. */
@NullMarked
package flightline.eval.fuzz;

import org.jspecify.annotations.NullMarked;
