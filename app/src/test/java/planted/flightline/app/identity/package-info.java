@NullMarked
package planted.flightline.app.identity;

import org.jspecify.annotations.NullMarked;
