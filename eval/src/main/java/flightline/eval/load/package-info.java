/** Many who ask at once: how long they wait, how often they fail, what the server's memory does meanwhile. */
@NullMarked
package flightline.eval.load;

import org.jspecify.annotations.NullMarked;
