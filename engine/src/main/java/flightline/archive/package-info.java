/**
 * Keeps original bytes, addressed by their hash, and the structured documents read from them; and what is written down of
 * runs and of troubleshooting sessions.
 *
 * <p>In: a file's bytes, the documents read. Out: the same again. Touches the archive folder only. Every file appears whole
 * or not at all: written aside, forced to disk, then renamed. What is derived can be thrown away and made again.
 */
@NullMarked
package flightline.archive;

import org.jspecify.annotations.NullMarked;
