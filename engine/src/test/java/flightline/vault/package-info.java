@NullMarked
package flightline.vault;

import org.jspecify.annotations.NullMarked;
