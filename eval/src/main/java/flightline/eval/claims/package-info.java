/**
 * Measures what the verifier lets through: false statements derived from real passages, and faithful ones beside them.
 *
 * <p>In: documents and a seed. Out: cases, and figures by kind of error. Its lists of words are its own, not the verifier's.
 */
@NullMarked
package flightline.eval.claims;

import org.jspecify.annotations.NullMarked;
