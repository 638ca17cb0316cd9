/** Specifies the markup of the manuscripts. */
@NullMarked
package flightline.library.source;

import org.jspecify.annotations.NullMarked;
