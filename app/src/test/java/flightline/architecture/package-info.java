/** Holds the layout: arrows, cycles, confined libraries, names, clock, statics; and sees each rule fail once on a planted fault. */
@org.jspecify.annotations.NullMarked
package flightline.architecture;
