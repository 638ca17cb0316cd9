/**
 * Reads for which aircraft a text holds, from the words of PDF, Word, HTML and plain documents.
 *
 * <p>In: a document, and the statements at the heads and feet of its pages. Out: the same document with the applicability of
 * every block narrowed. A statement that is not understood to its last word stays as words, which never decide.
 */
@NullMarked
package flightline.ingest.effectivity;

import org.jspecify.annotations.NullMarked;
