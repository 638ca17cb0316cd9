/**
 * Remembers an aircraft: which of its records tell of the same underlying fault as a complaint, and what was tried.
 *
 * <p>In: a {@link flightline.search.Study}. Out: a {@link flightline.diagnosis.memory.Recall}: the chain of records that are
 * the same fault, how sure and why, or the plain reason why nothing is said. Pure thinking: no I/O, no clock, no index.
 */
@NullMarked
package flightline.diagnosis.memory;

import org.jspecify.annotations.NullMarked;
