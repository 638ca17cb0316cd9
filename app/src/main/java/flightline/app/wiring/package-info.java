/**
 * Puts the product together: which implementation stands behind which port, where the data lies, in one class that is
 * read from top to bottom.
 *
 * <p>In: settings. Out: flows ready to run. The only place that knows every module.
 */
@NullMarked
package flightline.app.wiring;

import org.jspecify.annotations.NullMarked;
