/**
 * Feeds the parsers what nobody would write. In: bytes from a coverage-guided fuzzer, or kept findings. Out: nothing; what
 * a parser must never do ends in a throwable. May touch every parser.
 */
@NullMarked
package flightline.eval.fuzz;

import org.jspecify.annotations.NullMarked;
