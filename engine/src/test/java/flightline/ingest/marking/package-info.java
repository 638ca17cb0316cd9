/** Tests of reading marking. */
@NullMarked
package flightline.ingest.marking;

import org.jspecify.annotations.NullMarked;
