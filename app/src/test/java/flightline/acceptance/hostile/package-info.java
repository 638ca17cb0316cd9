/** Files made to harm their reader. In: nothing. Out: files in a folder, and what became of them in the program as a process of its own. */
@NullMarked
package flightline.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
