package flightline.ingest.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.EntityDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * Reads untrusted bytes into a tree. The encoding is taken from the byte order mark or the XML declaration. Nothing
 * outside the bytes is ever opened, and what entities may expand to and how deep elements may nest is limited. Where
 * declarations stand outside, the character names of the ISO sets are known all the same.
 */
public final class XmlReader {
    private static final int DEEPEST = 256;
    private static final int ENTITY_REFERENCES = 10_000;
    private static final int ENTITY_CHARACTERS = 1_000_000;
    private static final Pattern UNDECLARED =
            Pattern.compile("The entity \"([^\"]+)\" was referenced, but not declared");

    public XmlReading read(byte[] bytes) {
        if (bytes.length == 0) return new XmlReading.Refused("", "file is empty");
        return switch (XmlBytes.decode(bytes)) {
            case XmlBytes.Decoding.Failed(var place, var reason) -> new XmlReading.Refused(place, reason);
            case XmlBytes.Decoding.Text(var text) -> read(text);
        };
    }

    private static XmlReading read(String text) {
        var outside = new OutsideDeclarations(text);
        try {
            return tree(factory(outside).createXMLStreamReader(new StringReader(text)), text, outside);
        } catch (XMLStreamException broken) {
            return new XmlReading.Refused(place(broken.getLocation()), reason(broken, outside));
        }
    }

    private static XMLInputFactory factory(OutsideDeclarations outside) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        // Only so that the resolver is asked for what stands outside; it never opens anything.
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, true);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", false);
        factory.setProperty("jdk.xml.entityExpansionLimit", Integer.toString(ENTITY_REFERENCES));
        factory.setProperty("jdk.xml.totalEntitySizeLimit", Integer.toString(ENTITY_CHARACTERS));
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", Integer.toString(ENTITY_CHARACTERS));
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST + 1));
        factory.setXMLResolver(outside);
        return factory;
    }

    private static XmlReading tree(XMLStreamReader reader, String text, OutsideDeclarations outside)
            throws XMLStreamException {
        var asides = new Asides();
        int line = 1;
        Deque<XmlElement> open = new ArrayDeque<>();
        Optional<XmlElement> root = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST)
                        return refused(reader, "elements nest deeper than " + DEEPEST + "; refused");
                    var element = new XmlElement(
                            reader.getLocalName(),
                            attributes(reader),
                            reader.getLocation().getLineNumber());
                    if (open.isEmpty()) root = Optional.of(element);
                    else open.getFirst().append(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) open.getFirst().append(new XmlNode.Words(reader.getText()));
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return refused(reader, undeclared(reader.getLocalName()));
                }
                case XMLStreamConstants.DTD -> {
                    outside.end();
                    var entity = outsideEntity(reader);
                    if (entity.isPresent()) return refused(reader, entity.get());
                    asides.add("document type", line, declaration(reader, text));
                }
                case XMLStreamConstants.COMMENT -> asides.add("comment", line, reader.getText());
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    asides.add(
                            "processing instruction",
                            line,
                            reader.getPITarget() + " " + Objects.requireNonNullElse(reader.getPIData(), ""));
                default -> {} // start and end of the document
            }
            line = Math.max(1, reader.getLocation().getLineNumber());
        }
        return root.<XmlReading>map(element -> new XmlReading.Tree(element, asides.suspicions()))
                .orElseGet(() -> new XmlReading.Refused("", "no root element"));
    }

    /** What stands between the brackets of the document type declaration; its end is where the reader has come to. */
    private static String declaration(XMLStreamReader reader, String text) {
        int end = Math.clamp(reader.getLocation().getCharacterOffset(), 0, text.length());
        int start = text.lastIndexOf("<!DOCTYPE", end);
        return start < 0 ? "" : text.substring(start, end);
    }

    // An external text entity would be left out of the text without a sign, so its declaration is reason enough to
    // stop.
    // Unparsed ones (NDATA) name graphics and are what every second data module has; parameter entities (%) bring
    // only declarations, and what is then missing is told where it is used.
    private static Optional<String> outsideEntity(XMLStreamReader reader) {
        if (!(reader.getProperty("javax.xml.stream.entities") instanceof List<?> declared)) return Optional.empty();
        for (Object one : declared)
            if (one instanceof EntityDeclaration entity
                    && entity.getSystemId() != null
                    && entity.getNotationName() == null
                    && !entity.getName().startsWith("%"))
                return Optional.of("external entity &" + entity.getName() + "; (" + entity.getSystemId()
                        + ") is refused: nothing outside the file is read");
        return Optional.empty();
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            boolean schema = reader.getAttributeLocalName(i).endsWith("chemaLocation");
            if (namespace == null || namespace.isEmpty() || schema)
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XmlReading.Refused refused(XMLStreamReader reader, String reason) {
        return new XmlReading.Refused(place(reader.getLocation()), reason);
    }

    private static String place(@Nullable Location at) {
        return at == null || at.getLineNumber() < 1
                ? ""
                : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    private static String undeclared(String name) {
        return "entity &" + name + "; is declared outside the file, which is not read";
    }

    private static String reason(XMLStreamException broken, OutsideDeclarations outside) {
        String message = String.valueOf(broken.getMessage());
        int said = message.indexOf("Message: ");
        if (said >= 0) message = message.substring(said + "Message: ".length());
        if (message.matches("(?s)JAXP0001000[134].*"))
            return "entities expand beyond " + ENTITY_REFERENCES + " references or " + ENTITY_CHARACTERS
                    + " characters; refused as an entity bomb";
        var undeclared = UNDECLARED.matcher(message);
        if (outside.wanted() && undeclared.find()) return undeclared(undeclared.group(1));
        if (message.startsWith("JAXP")) return "beyond what is safe to read: " + XmlElement.squeeze(message);
        return "not well-formed XML: " + XmlElement.squeeze(message);
    }
}
