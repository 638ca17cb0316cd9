package flightline.ingest.xml;

/** What became of reading bytes as XML. */
public sealed interface XmlReading {
    record Tree(XmlElement root) implements XmlReading {}

    /**
     * Not well-formed, or refused because reading on would be dangerous.
     *
     * @param place for example {@code line 12, column 4}; empty where there is none
     */
    record Refused(String place, String reason) implements XmlReading {}
}
