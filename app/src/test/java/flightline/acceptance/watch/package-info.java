/**
 * A guard for tests: an agent that notes, and forbids, every attempt to connect or to look a name up.
 *
 * <p>It is packed into a jar of its own and loaded with the first classes of the JDK, so it knows nothing but the JDK.
 */
@NullMarked
package flightline.acceptance.watch;

import org.jspecify.annotations.NullMarked;
