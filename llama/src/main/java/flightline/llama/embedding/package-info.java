/**
 * Turns text into vectors with a small model inside this process.
 *
 * <p>In: text. Out: vectors of unit length. Touches ONNX Runtime, whose native code and the model are unpacked from their
 * jars into the folder handed in; needs no network.
 */
@NullMarked
package flightline.llama.embedding;

import org.jspecify.annotations.NullMarked;
