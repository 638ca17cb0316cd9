package flightline.ingest.s1000d;

/** What an element holds: elements and text. Comments and processing instructions are not kept. */
sealed interface XmlNode permits XmlElement, XmlNode.Words {
    /** Text as it stands, entities replaced, white space untouched. */
    record Words(String text) implements XmlNode {}
}
