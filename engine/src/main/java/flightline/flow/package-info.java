/**
 * One class per flow, each readable like a table of contents: what happens to a file, a record, a question, from the
 * first step to the audit entry.
 *
 * <p>In: a request. Out: an answer or a report. Speaks to every room and to no library.
 */
@NullMarked
package flightline.flow;

import org.jspecify.annotations.NullMarked;
