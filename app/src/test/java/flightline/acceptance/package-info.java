/**
 * The product as a user meets it: verbs typed, streams and exit codes read.
 *
 * <p>In: the sample library, files made here, the public data where it is at hand. Most tests hand in a cheap embedder, for
 * what they ask about does not lie in the vectors.
 */
@NullMarked
package flightline.acceptance;

import org.jspecify.annotations.NullMarked;
