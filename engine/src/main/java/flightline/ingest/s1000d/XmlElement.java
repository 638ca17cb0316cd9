package flightline.ingest.s1000d;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An element of the tree that {@link XmlReader} builds. Two elements are equal only when they are the same one. */
final class XmlElement implements XmlNode {
    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private final List<XmlNode> nodes = new ArrayList<>();
    private final List<XmlElement> elements = new ArrayList<>();

    /**
     * @param name without prefix, in the long form of issue 4 and later
     * @param attributes those without a namespace
     * @param line 1-based
     */
    XmlElement(String name, Map<String, String> attributes, int line) {
        this.name = name;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.line = line;
    }

    void append(XmlNode node) {
        nodes.add(node);
        if (node instanceof XmlElement element) elements.add(element);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    boolean is(String... names) {
        for (String candidate : names) if (candidate.equals(name)) return true;
        return false;
    }

    /** The attribute's value without white space at its ends; empty where it is absent. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    List<XmlElement> children() {
        return Collections.unmodifiableList(elements);
    }

    List<XmlElement> children(String childName) {
        return children().stream().filter(c -> c.name.equals(childName)).toList();
    }

    Optional<XmlElement> child(String childName) {
        return children().stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    /** The first element of that name below this one, in document order. */
    Optional<XmlElement> find(String wanted) {
        for (XmlElement child : children()) {
            if (child.name.equals(wanted)) return Optional.of(child);
            var deeper = child.find(wanted);
            if (deeper.isPresent()) return deeper;
        }
        return Optional.empty();
    }

    /** All elements of one of the names below this one, in document order. */
    List<XmlElement> all(Set<String> wanted) {
        var found = new ArrayList<XmlElement>();
        visit(e -> {
            if (e != this && wanted.contains(e.name)) found.add(e);
        });
        return found;
    }

    /** Shows this element and all below it, in document order. */
    void visit(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        for (XmlElement child : children()) child.visit(visitor);
    }

    /** Whether words stand in it directly, not only within its elements. */
    boolean hasOwnWords() {
        return nodes.stream().anyMatch(n -> n instanceof XmlNode.Words(var text) && !text.isBlank());
    }

    /** All text within, white space reduced to single spaces. */
    String text() {
        var all = new StringBuilder();
        collect(all);
        return squeeze(all);
    }

    private void collect(StringBuilder into) {
        for (XmlNode node : nodes)
            switch (node) {
                case XmlNode.Words(var text) -> into.append(text);
                case XmlElement element -> element.collect(into);
            }
    }

    /** White space reduced to single spaces, none at the ends. */
    static String squeeze(CharSequence text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) out.append(' ');
            gap = false;
            out.append(c);
        }
        return out.toString();
    }
}
