/**
 * Small encoders inside this process: one turns text into vectors, others read two texts together.
 *
 * <p>In: text. Out: vectors of unit length; how well a passage answers, whether a statement follows. Touches ONNX Runtime, whose native code and the model are unpacked from their
 * jars into the folder handed in; needs no network.
 */
@NullMarked
package flightline.llama.embedding;

import org.jspecify.annotations.NullMarked;
