/** What tests of both rooms need. */
@NullMarked
package flightline.cluster;

import org.jspecify.annotations.NullMarked;
