@org.jspecify.annotations.NullMarked
package flightline.evaluation;
