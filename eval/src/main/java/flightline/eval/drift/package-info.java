/** How often the watch over the product in service calls for nothing, how seldom it misses, and what it says of months of real complaints. */
@NullMarked
package flightline.eval.drift;

import org.jspecify.annotations.NullMarked;
