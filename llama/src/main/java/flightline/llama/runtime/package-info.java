/**
 * Llama inside this process: llama.cpp's library, called through Java's foreign function interface.
 *
 * <p>In: a GGUF file, prompts. Out: text, vectors. The only room that calls native code by itself. A file is read and
 * checked in Java before native code touches it, and memory is asked for before it is loaded. Needs no network.
 */
@NullMarked
package flightline.llama.runtime;

import org.jspecify.annotations.NullMarked;
