/**
 * The ports to models: what turns text into vectors and, later, words into words.
 *
 * <p>In: text. Out: vectors. Touches the JDK only; the runtimes live in the modules that implement these ports.
 */
@NullMarked
package flightline.model;

import org.jspecify.annotations.NullMarked;
