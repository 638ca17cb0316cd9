/** Which directive applies to which aircraft, and by when. In: a fleet list and directives with what they state. Out: the matrix as a
 *  {@link flightline.drafting.Paper}. What a directive's words do not decide for sure is handed to a person, never guessed. */
@NullMarked
package flightline.drafting.compliance;

import org.jspecify.annotations.NullMarked;
