/** Paper that follows a diagnosis. In: procedures, records, what somebody typed. Out: a {@link flightline.drafting.VerifiedPaper},
 *  of which every word was compared with where it comes from. No I/O; what prints it stands in {@code print}. */
@NullMarked
package flightline.drafting;

import org.jspecify.annotations.NullMarked;
