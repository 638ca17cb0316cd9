/**
 * Reads Markdown, reStructuredText, AsciiDoc, plain text and HTML.
 *
 * <p>In: a {@link flightline.ingest.SourceFile}. Out: one document, whose source text is the file's own characters, blanks
 * in place of what is no text of it (for HTML, and raw blocks of it in Markdown: the words on the page). Touches the Markdown and HTML libraries; no file, no link, no include is followed.
 */
@NullMarked
package flightline.ingest.text;

import org.jspecify.annotations.NullMarked;
