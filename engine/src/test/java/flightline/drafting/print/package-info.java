/** Tests of how papers are printed. */
@NullMarked
package flightline.drafting.print;

import org.jspecify.annotations.NullMarked;
