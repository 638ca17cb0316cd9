/**
 * Fetches a model's file from the one address that an administrator names on the command line.
 *
 * <p>In: an address and the hash that the file must have. Out: a file. Touches the network at that moment only.
 */
@NullMarked
package flightline.llama.fetch;

import org.jspecify.annotations.NullMarked;
