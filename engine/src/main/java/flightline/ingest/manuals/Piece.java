package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;

/** What mixed content is cut into. */
sealed interface Piece {
    /** A line of text, not blank. */
    record Line(String text) implements Piece {}

    /** Something that is a block of its own. */
    record Inner(XmlElement element) implements Piece {}
}
