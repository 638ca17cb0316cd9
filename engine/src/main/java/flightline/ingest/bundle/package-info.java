/**
 * Opens files that hold files: ZIP, tar and gzip.
 *
 * <p>In: a {@link flightline.ingest.SourceFile}. Out: the files in it, one by one, to {@link
 * flightline.ingest.Unpacking}. Touches Commons Compress; nothing is ever written to a disk here.
 */
@NullMarked
package flightline.ingest.bundle;

import org.jspecify.annotations.NullMarked;
