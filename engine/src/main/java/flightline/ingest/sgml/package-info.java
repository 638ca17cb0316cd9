/**
 * Reads SGML of the aircraft trade into the tree that XML is read into, and hands it to the standard that owns its root.
 *
 * <p>In: a {@link flightline.ingest.SourceFile} of kind SGML. Out: a {@link flightline.ingest.ParseOutcome}. Touches nothing
 * but the bytes: no DTD, catalogue or external entity is ever opened. What a DTD would tell (which elements are empty,
 * which end tags may be left out) is known here for the published document types.
 */
@NullMarked
package flightline.ingest.sgml;

import org.jspecify.annotations.NullMarked;
