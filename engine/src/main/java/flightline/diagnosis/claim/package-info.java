/**
 * Holds a sentence that was written anew against the passages it cites: numbers with their units, part numbers, sides,
 * negations, obligations, conditions and the order of things.
 *
 * <p>In: the sentence and the passages' texts. Out: the faults found, each in words a technician understands. Pure thinking
 * on texts: no model, no I/O, no knowledge of documents or briefs.
 */
@NullMarked
package flightline.diagnosis.claim;

import org.jspecify.annotations.NullMarked;
