/**
 * Keeps the product's state in PostgreSQL, for several machines.
 *
 * <p>In: values under keys, leases, jobs. Out: the same, for every node alike. The only room that touches the driver, the pool and
 * the migrations; it calls the hosts that an administrator named and no other.
 */
@NullMarked
package flightline.cluster.state;

import org.jspecify.annotations.NullMarked;
