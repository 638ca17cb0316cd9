@NullMarked
package flightline.records.training;

import org.jspecify.annotations.NullMarked;
