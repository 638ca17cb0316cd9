/** Prints papers. In: {@link flightline.drafting.VerifiedPaper}, so nothing unchecked. Out: bytes. The only part of the room
 *  that touches PDF and office libraries; it reads no file and calls nobody: its fonts are packed. */
@NullMarked
package flightline.drafting.print;

import org.jspecify.annotations.NullMarked;
