/**
 * Looks at code that a model wrote. In: an answer as text. Out: each piece of code in it, with what a parser says. Nothing is compiled, run,
 * looked up or written.
 */
@NullMarked
package flightline.app.code;

import org.jspecify.annotations.NullMarked;
