/**
 * Reads maintenance records from files of any layout, told by a mapping which column means what.
 *
 * <p>In: a file and a {@link flightline.records.RecordMapping}. Out: {@link flightline.records.RecordOutcome}s one by one,
 * so that a file of any size passes through little memory. A line that cannot be read is an outcome with its place and
 * reason, never an exception. May touch files, the CSV and JSON libraries (workbooks and Parquet: {@code rows}), whose types never leave, and the trade's words.
 */
@NullMarked
package flightline.records;

import org.jspecify.annotations.NullMarked;
