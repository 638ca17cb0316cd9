/**
 * The ports to models: what turns text into vectors, words into words, and two texts into how far one answers or follows from
 * the other.
 *
 * <p>In: text. Out: vectors, text, numbers. Touches the JDK only; the runtimes live in the modules that implement these ports.
 */
@NullMarked
package flightline.model;

import org.jspecify.annotations.NullMarked;
