/**
 * Who somebody is: accounts and keys of this data folder, an identity provider that is asked, certificates, sessions.
 *
 * <p>In: what somebody offers as a proof, and the address it came from. Out: a {@link flightline.app.identity.Caller}, or
 * nothing. It knows no server and no page; what a role may do is decided by the policy.
 */
@NullMarked
package flightline.app.identity;

import org.jspecify.annotations.NullMarked;
