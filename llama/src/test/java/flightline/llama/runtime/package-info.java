@org.jspecify.annotations.NullMarked
package flightline.llama.runtime;
