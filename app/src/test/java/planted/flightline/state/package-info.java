/** Faults planted for the architecture test. */
@org.jspecify.annotations.NullMarked
package planted.flightline.state;
