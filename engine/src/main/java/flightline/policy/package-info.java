/**
 * Decides whether a request may be answered, and from what.
 *
 * <p>In: a request's text and its {@link flightline.policy.Principal}. Out: a {@link flightline.policy.Decision}: allowed
 * within a scope, refused under a clause, or out of scope. Rules are data that can be read. No I/O.
 */
@NullMarked
package flightline.policy;

import org.jspecify.annotations.NullMarked;
