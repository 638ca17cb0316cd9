/**
 * Papers for whoever authorises the product. In: {@code docs/oscal/controls.yaml}, what is said of each control, once. Out: the page
 * {@code docs/controls.md} and the OSCAL component definition beside the source, which therefore cannot say different things.
 * Touches the source tree, to link tests and classes; nothing of the product.
 */
@NullMarked
package flightline.eval.papers;

import org.jspecify.annotations.NullMarked;
