/** Reads manuscripts: a line-based markup for maintenance papers. In: text and the name of its file. Out: a list of Block and the edition's
 *  settings. Touches nothing but the JDK. */
@NullMarked
package flightline.library.source;

import org.jspecify.annotations.NullMarked;
