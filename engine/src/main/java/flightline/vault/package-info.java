/**
 * Keeps bytes on the disk, in the clear or encrypted with a key that an administrator holds.
 *
 * <p>In: whole files, and the files of an index piece by piece. Out: the same bytes. The only room that touches Tink; it knows
 * nothing of what it keeps. What the program took out of itself is looked over here too.
 */
@NullMarked
package flightline.vault;

import org.jspecify.annotations.NullMarked;
