package flightline.ingest.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An element of the tree that {@link XmlReader} builds. Two elements are equal only when they are the same one. */
public final class XmlElement implements XmlNode {
    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private final List<XmlNode> nodes = new ArrayList<>();
    private final List<XmlElement> elements = new ArrayList<>();

    /**
     * @param name without prefix
     * @param attributes those without a namespace
     * @param line 1-based
     */
    public XmlElement(String name, Map<String, String> attributes, int line) {
        this.name = name;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.line = line;
    }

    public void append(XmlNode node) {
        nodes.add(node);
        if (node instanceof XmlElement element) elements.add(element);
    }

    /** Takes out all that is in it: its end turned out to have been where it began. */
    public List<XmlNode> emptied() {
        var taken = List.copyOf(nodes);
        nodes.clear();
        elements.clear();
        return taken;
    }

    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<XmlNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    public boolean is(String... names) {
        for (String candidate : names) if (candidate.equals(name)) return true;
        return false;
    }

    /** The attribute's value without white space at its ends; empty where it is absent. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    public List<XmlElement> children() {
        return Collections.unmodifiableList(elements);
    }

    public List<XmlElement> children(String childName) {
        return children().stream().filter(c -> c.name.equals(childName)).toList();
    }

    public Optional<XmlElement> child(String childName) {
        return children().stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    /** The first element of that name below this one, in document order. */
    public Optional<XmlElement> find(String wanted) {
        for (XmlElement child : children()) {
            if (child.name.equals(wanted)) return Optional.of(child);
            var deeper = child.find(wanted);
            if (deeper.isPresent()) return deeper;
        }
        return Optional.empty();
    }

    /** All elements of one of the names below this one, in document order. */
    public List<XmlElement> all(Set<String> wanted) {
        var found = new ArrayList<XmlElement>();
        visit(e -> {
            if (e != this && wanted.contains(e.name)) found.add(e);
        });
        return found;
    }

    /** Shows this element and all below it, in document order. */
    public void visit(Consumer<XmlElement> visitor) {
        visitor.accept(this);
        for (XmlElement child : children()) child.visit(visitor);
    }

    /** Whether words stand in it directly, not only within its elements. */
    public boolean hasOwnWords() {
        return nodes.stream().anyMatch(n -> n instanceof XmlNode.Words(var text) && !text.isBlank());
    }

    /** All text within, white space reduced to single spaces. */
    public String text() {
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

    /** A copy of this element and all below it under other names; the names are asked for in document order. */
    public XmlElement renamed(UnaryOperator<String> elementNames, UnaryOperator<String> attributeNames) {
        String newName = elementNames.apply(name);
        var newAttributes = new LinkedHashMap<String, String>();
        attributes.forEach((attribute, value) -> newAttributes.put(attributeNames.apply(attribute), value));
        var copy = new XmlElement(newName, newAttributes, line);
        for (XmlNode node : nodes)
            copy.append(
                    switch (node) {
                        case XmlNode.Words words -> words;
                        case XmlElement child -> child.renamed(elementNames, attributeNames);
                    });
        return copy;
    }

    /** White space reduced to single spaces, none at the ends. */
    public static String squeeze(CharSequence text) {
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
