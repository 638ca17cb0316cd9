/**
 * Reads S1000D: data modules, publication modules and data management lists, issues 4.0 to 6.0, and the short element
 * names of 2.3 and 3.0.
 *
 * <p>In: the tree of {@link flightline.ingest.xml.XmlElement} that a file was read into, and what the library's common information
 * repositories say. Out: a
 * {@link flightline.ingest.ParseOutcome}. Touches nothing else.
 *
 * <p>The way through: the tree → {@code ShortNames} for the old issues → {@code HeaderReader} for the header,
 * {@code ModuleWalk} for the blocks. The walk hands known elements to a writer of their kind; of what it does not know it
 * keeps all text as paragraphs.
 */
@NullMarked
package flightline.ingest.s1000d;

import org.jspecify.annotations.NullMarked;
