/** Sets blocks into pages. In: blocks, settings, drawings. Out: a PDF document. The only room that touches PDFBox. */
@NullMarked
package flightline.library.page;

import org.jspecify.annotations.NullMarked;
