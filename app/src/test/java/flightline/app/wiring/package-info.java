/** Tests of how the parts are put together. */
@NullMarked
package flightline.app.wiring;

import org.jspecify.annotations.NullMarked;
