@NullMarked
package flightline.dialogue;

import org.jspecify.annotations.NullMarked;
