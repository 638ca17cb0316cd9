/**
 * What reaches whom: a library in which everything carries a rare word of its own, and many people who may see some of it.
 *
 * <p>In: documents and records made here. Who may see what is decided by rules of the tests' own, not by the product's.
 */
@NullMarked
package flightline.acceptance.leak;

import org.jspecify.annotations.NullMarked;
