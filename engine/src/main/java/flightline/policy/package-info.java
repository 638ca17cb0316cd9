/**
 * Decides whether a request may be answered, who sees what, and who may do what.
 *
 * <p>In: a request's text and its {@link flightline.policy.Principal}. Out: a {@link flightline.policy.Decision}: allowed
 * within a scope, refused under a clause, or out of scope. {@link flightline.policy.Access} answers for roles and markings. Rules
 * are a {@link flightline.policy.PolicyBundle} that can be read: YAML tells how a request is recognised, Cedar's policies what
 * follows. A {@link flightline.policy.LlamaGuard} may look besides, through the port of the room {@code model}. The only room
 * that touches Cedar. It reads rules that it is given or told of, and writes nothing but Cedar's library.
 */
@NullMarked
package flightline.policy;

import org.jspecify.annotations.NullMarked;
