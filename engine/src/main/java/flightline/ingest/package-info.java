/**
 * Reads files into structured documents, takes out what directives, bulletins and minimum equipment lists state, and cuts the
 * documents into passages.
 *
 * <p>In: a {@link flightline.ingest.SourceFile}. Out: a {@link flightline.ingest.ParseOutcome}, then passages. What cannot
 * be read is an outcome with its reason and place, never an exception. May touch files and the PDF, HTML, Markdown, JSON and
 * XML libraries, whose types never leave. Resolves nothing outside the file: no external entity, no link.
 */
@NullMarked
package flightline.ingest;

import org.jspecify.annotations.NullMarked;
