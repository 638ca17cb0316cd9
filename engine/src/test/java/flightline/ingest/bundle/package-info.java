@NullMarked
package flightline.ingest.bundle;

import org.jspecify.annotations.NullMarked;
