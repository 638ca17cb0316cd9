/**
 * The one way out of the machine. Every client is made here, and nothing is looked up or called that an administrator did not
 * name.
 *
 * <p>In: names of hosts. Out: lines to them. Beneath, the process itself is guarded, so that a library that means to call
 * somebody by itself gets no further.
 */
@NullMarked
package flightline.llama.egress;

import org.jspecify.annotations.NullMarked;
