package flightline.ingest.pdf;

/**
 * What a document's structure tree says of a piece of its content.
 *
 * @param element number of the innermost block that it belongs to; lines of one paragraph or heading share it
 * @param heading 1 to 6, 0 where it is no heading
 * @param table number of its table, 0 where it is in none
 * @param row 0-based row in that table
 * @param column 0-based column in that table, cells that reach over several counted with their width
 * @param names whether it is a header cell
 */
record Tag(int element, int heading, int table, int row, int column, boolean names) {}
