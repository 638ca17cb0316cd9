/**
 * Looks at what was read for what no technician would write: characters that nobody sees, and words that command a language
 * model.
 *
 * <p>In: documents read. Out: suspicions. Touches nothing else; what a file hides in its own format is told by its parser.
 */
@NullMarked
package flightline.ingest.inspection;

import org.jspecify.annotations.NullMarked;
