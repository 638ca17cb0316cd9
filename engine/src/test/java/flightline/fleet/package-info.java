@NullMarked
package flightline.fleet;

import org.jspecify.annotations.NullMarked;
