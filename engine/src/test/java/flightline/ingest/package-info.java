/** What intake, the cutter and the reader promise. */
@NullMarked
package flightline.ingest;

import org.jspecify.annotations.NullMarked;
