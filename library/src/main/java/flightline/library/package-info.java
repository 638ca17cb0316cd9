/** The press: sets every PDF paper of the sample library. In: the manuscripts among this module's resources. Out: PDF files, the same
 *  bytes each time. May touch the folder that it is told to write to, nothing else. */
@NullMarked
package flightline.library;

import org.jspecify.annotations.NullMarked;
