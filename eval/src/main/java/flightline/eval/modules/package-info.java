/**
 * Data modules made of whole libraries. In: documents in other forms. Out: how many modules come of them, keep the rules and read back as their
 * source says. Writes nothing.
 */
@NullMarked
package flightline.eval.modules;

import org.jspecify.annotations.NullMarked;
