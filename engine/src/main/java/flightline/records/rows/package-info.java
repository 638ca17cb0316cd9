/**
 * Hands out the rows of a file one by one, each a column's name with what stands there, before it is known what it means.
 *
 * <p>In: an Excel workbook or a Parquet file. Out: {@link flightline.records.rows.SourceRow}s, with the row that each stands on.
 * Touches Apache POI and DuckDB, whose types never leave; nothing but the named file is opened, and what is not sound is an outcome.
 */
@NullMarked
package flightline.records.rows;

import org.jspecify.annotations.NullMarked;
