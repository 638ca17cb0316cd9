@org.jspecify.annotations.NullMarked
package flightline.corpus;
