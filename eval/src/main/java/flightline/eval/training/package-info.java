/** Shows what taking names out of real records takes out, and what it leaves, for somebody to read. */
@NullMarked
package flightline.eval.training;

import org.jspecify.annotations.NullMarked;
