/**
 * Answers questions over all records at once: how many, how often, where, since when, and whether that is more than chance.
 *
 * <p>In: records, what somebody may see, a question in words or in SQL. Out: tables, figures with intervals, one sentence that
 * says only what they say, the SQL behind them and the records behind each figure. The only room that touches DuckDB; it
 * reads no file but its own table, loads nothing and calls nobody.
 */
@NullMarked
package flightline.fleet;

import org.jspecify.annotations.NullMarked;
