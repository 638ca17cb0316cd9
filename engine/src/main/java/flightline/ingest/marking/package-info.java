/**
 * Reads protective markings from what a document bears: banners at the heads and feet of its pages, fields of its title
 * block, portion marks, distribution statements, export control legends, legends of companies.
 *
 * <p>In: lines, and a document. Out: a {@link flightline.corpus.Marking}, the strictest of all that were found. Words in a sentence never mark.
 */
@NullMarked
package flightline.ingest.marking;

import org.jspecify.annotations.NullMarked;
