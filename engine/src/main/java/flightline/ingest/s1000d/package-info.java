/**
 * Reads S1000D: data modules, publication modules and data management lists, issues 4.0 to 5.0, and the short element
 * names of 2.3 and 3.0.
 *
 * <p>In: a {@link flightline.ingest.SourceFile} of kind XML. Out: a {@link flightline.ingest.ParseOutcome}. Touches the
 * JDK's StAX reader only; no external entity, DTD or link is followed, and entities that expand without measure are refused.
 *
 * <p>The way through: bytes → {@code XmlReader} → a tree of {@code XmlElement} → {@code HeaderReader} for the header,
 * {@code ModuleWalk} for the blocks. The walk hands known elements to a writer of their kind; of what it does not know it
 * keeps all text as paragraphs.
 */
@NullMarked
package flightline.ingest.s1000d;

import org.jspecify.annotations.NullMarked;
