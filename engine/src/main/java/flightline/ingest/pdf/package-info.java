/**
 * Reads text PDFs that nobody prepared: words and rules off each page, then columns, tables, headings, steps and warnings
 * in reading order.
 *
 * <p>In: a {@link flightline.ingest.SourceFile} of kind PDF. Out: one structured document, or the reason why not. The only
 * package that touches PDFBox, whose types never leave; keeps what does not fit into memory in the temporary folder.
 *
 * <p>Boxes are in points of the page <em>as it is shown</em>: within its crop box, turned as its rotation says, origin at the
 * lower left.
 */
@NullMarked
package flightline.ingest.pdf;

import org.jspecify.annotations.NullMarked;
