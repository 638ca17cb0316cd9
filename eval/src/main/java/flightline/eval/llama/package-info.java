/**
 * How fast Llama runs in this process, beside llama.cpp's own benchmark on the same file.
 *
 * <p>In: a way of storing weights. Out: a table. Makes its model itself, in a folder that it removes.
 */
@NullMarked
package flightline.eval.llama;

import org.jspecify.annotations.NullMarked;
