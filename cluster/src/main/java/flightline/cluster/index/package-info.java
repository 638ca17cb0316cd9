/**
 * The index on other machines: an OpenSearch cluster as the depot of passages and records.
 *
 * <p>In: conditions, cards and counts, as the room {@code search} speaks of them. Out: the same. What ranks is not decided here.
 *
 * <p>The only package that touches OpenSearch and its HTTP client. It calls the hosts that an administrator named with
 * {@code --index} and nobody else. Whatever a cluster does wrong becomes an {@link flightline.search.IndexTrouble} of one line.
 */
@NullMarked
package flightline.cluster.index;

import org.jspecify.annotations.NullMarked;
