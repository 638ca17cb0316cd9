@NullMarked
package flightline.ingest.ocr;

import org.jspecify.annotations.NullMarked;
