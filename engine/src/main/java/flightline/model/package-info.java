/**
 * The ports to models: what turns text into vectors, and words into words.
 *
 * <p>In: text. Out: vectors, text. Touches the JDK only; the runtimes live in the modules that implement these ports.
 */
@NullMarked
package flightline.model;

import org.jspecify.annotations.NullMarked;
