/**
 * Measures speed as the library grows: passages varied from real ones, indexed and searched, beside plain Lucene in the same
 * run. In: documents. Out: {@code docs/performance.md} with its plots. Writes only where it is told to.
 */
@NullMarked
package flightline.eval.bench;

import org.jspecify.annotations.NullMarked;
