/**
 * From evidence to a diagnosis: systems and causes ranked, the next check, the brief written and verified.
 *
 * <p>In: a complaint, passages and precedents that the search rooms found. Out: a {@link flightline.diagnosis.VerifiedBrief}, or
 * the reason why there is none. Pure thinking: no I/O, no clock, no index.
 */
@NullMarked
package flightline.diagnosis;

import org.jspecify.annotations.NullMarked;
