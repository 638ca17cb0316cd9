/**
 * Makes examples to teach a model with from outcomes that were confirmed.
 *
 * <p>In: complaints with what the cause was and what was done. Out: examples in which nobody and no airframe can be told, parted so
 * that what is like an example lies on the same side. Reads no file and writes none.
 */
@NullMarked
package flightline.records.training;

import org.jspecify.annotations.NullMarked;
