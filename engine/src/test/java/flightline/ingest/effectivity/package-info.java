/** Tests of reading effectivity. */
@NullMarked
package flightline.ingest.effectivity;

import org.jspecify.annotations.NullMarked;
