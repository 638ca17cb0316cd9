/** Tests of the room of the same name. */
@NullMarked
package flightline.app.code;

import org.jspecify.annotations.NullMarked;
