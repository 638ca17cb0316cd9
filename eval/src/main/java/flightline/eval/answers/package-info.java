/** Learns how the pieces of an answer are chosen, from questions with what a right answer must contain. */
@NullMarked
package flightline.eval.answers;

import org.jspecify.annotations.NullMarked;
