/**
 * Reads passages that another program has cut: JSON lines, one passage a line.
 *
 * <p>In: a {@link flightline.ingest.SourceFile} of kind {@code PASSAGES}. Out: one document for each that the lines name.
 * The format and the shapes of other exporters are in {@code docs/passage-format.md}. Touches the JSON library only.
 */
@NullMarked
package flightline.ingest.passages;

import org.jspecify.annotations.NullMarked;
