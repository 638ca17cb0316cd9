/** Learning is tested on made-up trades whose truth is known. */
@NullMarked
package flightline.learning;

import org.jspecify.annotations.NullMarked;
