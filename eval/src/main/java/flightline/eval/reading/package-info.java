/**
 * Learns and measures how complaints are read: spelling and short forms against MaintNorm, spans against labelled difficulty
 * reports. In: the public data. Out: the lists that {@code flightline.terms} ships, and figures on parts set aside.
 */
@NullMarked
package flightline.eval.reading;

import org.jspecify.annotations.NullMarked;
