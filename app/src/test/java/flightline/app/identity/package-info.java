@NullMarked
package flightline.app.identity;

import org.jspecify.annotations.NullMarked;
