/**
 * Writes the maintenance records of the sample fleet. In: the texts under {@code resources}, and a seed. Out: the CSV and
 * the answer key of its stories, the same bytes for the same seed. May touch the JDK and the files it is told to write.
 */
@NullMarked
package flightline.library.records;

import org.jspecify.annotations.NullMarked;
