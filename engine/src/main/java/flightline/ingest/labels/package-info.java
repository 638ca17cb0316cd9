/**
 * Finds the parts of a directive or a bulletin whose labels are lines of text, where no format marks them as headings.
 *
 * <p>In: a source text. Out: its parts, each with number, label and the range of what stands under it.
 */
@NullMarked
package flightline.ingest.labels;

import org.jspecify.annotations.NullMarked;
