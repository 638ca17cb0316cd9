/**
 * Measures what is found for questions, beside plain BM25 over the same passages in the same run. In: a data folder, question
 * sets. Out: figures on the terminal. Writes the data folder and the vectors it is told to keep, nothing else.
 */
@NullMarked
package flightline.eval.retrieval;

import org.jspecify.annotations.NullMarked;
