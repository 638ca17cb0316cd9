@NullMarked
package flightline.cluster.state;

import org.jspecify.annotations.NullMarked;
