/**
 * The command line: one class per verb, the terminal's face, exit codes.
 *
 * <p>In: arguments. Out: text for people or one JSON document for programs on standard output; progress and complaints on
 * standard error. The only room that may print.
 */
@NullMarked
package flightline.app.cli;

import org.jspecify.annotations.NullMarked;
