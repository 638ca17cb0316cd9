/** Tests of the index on other machines, against a real OpenSearch. */
@NullMarked
package flightline.cluster.index;

import org.jspecify.annotations.NullMarked;
