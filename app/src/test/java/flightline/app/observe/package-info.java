@NullMarked
package flightline.app.observe;

import org.jspecify.annotations.NullMarked;
