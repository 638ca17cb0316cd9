@NullMarked
package flightline.ingest.mail;

import org.jspecify.annotations.NullMarked;
