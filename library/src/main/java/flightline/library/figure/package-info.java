/** Line drawings as text: boxes, pipes, pumps, valves, callouts. In: a drawing file. Out: strokes on an easel that someone else supplies.
 *  Touches nothing but the JDK. */
@NullMarked
package flightline.library.figure;

import org.jspecify.annotations.NullMarked;
