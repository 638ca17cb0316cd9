/**
 * The product on many machines: its index in OpenSearch, its state in PostgreSQL.
 *
 * <p>In: the engine's ports. Out: the same answers as on one machine. Nothing here decides what is asked, kept or shown.
 */
@NullMarked
package flightline.cluster;

import org.jspecify.annotations.NullMarked;
