/** Ends the machines of a cluster one after the other while people ask and documents come in, and counts what was lost. */
@NullMarked
package flightline.eval.cluster;

import org.jspecify.annotations.NullMarked;
