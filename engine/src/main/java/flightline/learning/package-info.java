/**
 * Learns names for texts from texts that have one, and says how sure it is.
 *
 * <p>In: labelled texts, candidates described by numbers. Out: models that score and choose, sets with a stated coverage,
 * and what was right how often. Pure arithmetic on the JDK: no I/O but the streams handed in, no clock, no chance beyond
 * the seed handed in; it knows nothing of aircraft.
 */
@NullMarked
package flightline.learning;

import org.jspecify.annotations.NullMarked;
