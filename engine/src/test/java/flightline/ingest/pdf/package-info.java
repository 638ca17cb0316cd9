/** What the PDF reader promises, shown on pages drawn for the purpose. */
@NullMarked
package flightline.ingest.pdf;

import org.jspecify.annotations.NullMarked;
