@org.jspecify.annotations.NullMarked
package flightline.flow;
