@org.jspecify.annotations.NullMarked
package flightline.policy;
