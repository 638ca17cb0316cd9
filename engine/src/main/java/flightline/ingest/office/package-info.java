/**
 * Reads Word documents, Excel workbooks and PowerPoint presentations, new and old, and messages saved by Outlook.
 *
 * <p>In: a {@link flightline.ingest.SourceFile}. Out: one document, notes, and what in the package is hidden from
 * readers or acts on programs. Touches Apache POI, whose types never leave; nothing outside the file is opened.
 */
@NullMarked
package flightline.ingest.office;

import org.jspecify.annotations.NullMarked;
