@NullMarked
package flightline.ingest.office;

import org.jspecify.annotations.NullMarked;
