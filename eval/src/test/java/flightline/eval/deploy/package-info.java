@org.jspecify.annotations.NullMarked
package flightline.eval.deploy;
