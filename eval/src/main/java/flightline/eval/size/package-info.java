/**
 * Makes a library of a size that nobody has given us, and measures in it.
 *
 * <p>In: the public records, handbook and directives. Out: records and passages varied from them, and figures on paper. The
 * texts are no one's: nothing made here says anything of an aircraft.
 */
@NullMarked
package flightline.eval.size;

import org.jspecify.annotations.NullMarked;
