/**
 * The log of what was asked, decided and done: append-only, each entry chained to the one before by its hash.
 *
 * <p>In: an {@link flightline.audit.AuditEvent}. Out: the {@link flightline.audit.AuditEntry} that now stands in the log, or
 * the verdict on the whole chain. Touches the audit folder only; that of a data folder looks whether something lies beside it that
 * it must tell of.
 */
@NullMarked
package flightline.audit;

import org.jspecify.annotations.NullMarked;
