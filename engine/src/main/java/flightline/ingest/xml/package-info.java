/**
 * Reads XML into a tree and hands it to the standard that its root element belongs to.
 *
 * <p>In: a {@link flightline.ingest.SourceFile} of kind XML. Out: a {@link flightline.ingest.ParseOutcome}; for other
 * readers, the tree alone. Touches the JDK's StAX reader only; no external entity, DTD or link is followed, and entities
 * that expand without measure and elements that nest without end are refused.
 */
@NullMarked
package flightline.ingest.xml;

import org.jspecify.annotations.NullMarked;
