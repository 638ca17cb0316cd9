/**
 * Finds the question behind a follow-up.
 *
 * <p>In: what was just asked and what was asked before. Out: a question that can be read by itself, and the words of the
 * matter it belongs to. No I/O, no model.
 */
@NullMarked
package flightline.dialogue;

import org.jspecify.annotations.NullMarked;
