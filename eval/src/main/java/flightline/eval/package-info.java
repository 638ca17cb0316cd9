/**
 * Measures quality and speed with programs of one file each. In: labelled cases and public data. Out: figures for
 * {@code eval/RESULTS.md}. May touch everything; nothing leans on it, and it is never shipped.
 */
@NullMarked
package flightline.eval;

import org.jspecify.annotations.NullMarked;
