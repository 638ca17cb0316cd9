package flightline.ingest.xml;

/** What an element holds: elements and text. Comments and processing instructions are not kept. */
public sealed interface XmlNode permits XmlElement, XmlNode.Words {
    /** Text as it stands, entities replaced, white space untouched. */
    record Words(String text) implements XmlNode {}
}
