/**
 * Reads manuals that are one large tree: ATA iSpec 2200 and MIL-STD-40051.
 *
 * <p>In: the tree of {@link flightline.ingest.xml.XmlElement} that a file was read into. Out: a
 * {@link flightline.ingest.ParseOutcome} with one document per piece that a technician cites (a task, a figure of a parts
 * catalogue, a work package), and one for the manual itself: its front matter, its aircraft, and what this revision holds.
 * Touches nothing else.
 *
 * <p>{@code ManualWalk} knows what both standards share: paragraphs, lists, steps behind their warnings, CALS tables.
 * {@code IspecWalk} and {@code WorkPackageWalk} know the names.
 */
@NullMarked
package flightline.ingest.manuals;

import org.jspecify.annotations.NullMarked;
