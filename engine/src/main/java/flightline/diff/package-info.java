/**
 * Says what changed between two revisions of a document, block by block.
 *
 * <p>In: two structured documents. Out: their differences, gravest first, each with the places of both sides. The only room
 * that touches the library for comparing sequences; does no I/O.
 */
@NullMarked
package flightline.diff;

import org.jspecify.annotations.NullMarked;
