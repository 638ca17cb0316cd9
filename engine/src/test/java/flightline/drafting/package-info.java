/** What papers promise. */
@NullMarked
package flightline.drafting;

import org.jspecify.annotations.NullMarked;
