/**
 * Makes a release that installs without a network, and checks one that was installed.
 *
 * <p>In: the built source tree, a key of the administrator's. Out: one archive and its signature. Touches files only; signs through
 * whatever provider the Java runtime is set to.
 */
@NullMarked
package flightline.app.release;

import org.jspecify.annotations.NullMarked;
