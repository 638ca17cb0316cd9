package flightline.ingest.xml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;

/**
 * Stands in for the declarations that a document type has outside its file: opens none of them, and declares in their place
 * those character names of the ISO sets that the text refers to and does not declare itself. Not for reuse: one per text.
 */
final class OutsideDeclarations implements XMLResolver {
    private static final Pattern REFERENCE = Pattern.compile("&(\\w+);");
    private static final Pattern DECLARED = Pattern.compile("<!ENTITY\\s+(\\w+)\\s");
    /** Every reader of XML knows these, and they may not be declared in any other way. */
    private static final Set<String> OF_XML = Set.of("lt", "gt", "amp", "quot", "apos");

    private final String text;
    private boolean ended;
    private boolean wanted;

    OutsideDeclarations(String text) {
        this.text = text;
    }

    /** The document type has been read; what is asked for from here on is text, and refused. */
    void end() {
        ended = true;
    }

    /** Whether the document has declarations outside. */
    boolean wanted() {
        return wanted;
    }

    @Override
    public Object resolveEntity(String publicId, String systemId, String base, String namespace)
            throws XMLStreamException {
        if (ended) throw new XMLStreamException("external entity " + systemId + " is refused");
        wanted = true;
        return new ByteArrayInputStream(declarations().getBytes(StandardCharsets.UTF_8));
    }

    private String declarations() {
        var names = new LinkedHashSet<String>();
        REFERENCE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        DECLARED.matcher(text).results().forEach(found -> names.remove(found.group(1)));
        names.removeAll(OF_XML);
        var out = new StringBuilder();
        for (String name : names)
            CharacterNames.named(name).ifPresent(characters -> {
                out.append("<!ENTITY ").append(name).append(" \"");
                // Twice escaped: a mark such as & is to be a character where the name stands, not the begin of another.
                characters
                        .codePoints()
                        .forEach(point -> out.append("&#38;#").append(point).append(';'));
                out.append("\">");
            });
        return out.toString();
    }
}
