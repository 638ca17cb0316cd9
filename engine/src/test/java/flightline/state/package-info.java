@NullMarked
package flightline.state;

import org.jspecify.annotations.NullMarked;
