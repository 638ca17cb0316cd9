@org.jspecify.annotations.NullMarked
package flightline.terms;
