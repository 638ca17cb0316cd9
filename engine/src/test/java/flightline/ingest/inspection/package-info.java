/** Tests of what is suspected of a text, on sentences that we wrote. */
@NullMarked
package flightline.ingest.inspection;

import org.jspecify.annotations.NullMarked;
