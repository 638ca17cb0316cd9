/** Holds the papers for whoever authorises the product to their source, to the tests they name and to OSCAL. */
@NullMarked
package flightline.eval.papers;

import org.jspecify.annotations.NullMarked;
