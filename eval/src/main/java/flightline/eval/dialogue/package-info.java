/**
 * Measures how follow-ups are read: on public support dialogues with human judgements, retrieval by the follow-up alone, by
 * the question read behind it, and by the question as a person rewrote it.
 */
@NullMarked
package flightline.eval.dialogue;

import org.jspecify.annotations.NullMarked;
