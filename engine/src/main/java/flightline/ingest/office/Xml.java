package flightline.ingest.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks into trees by local names: the strict and the transitional form of a format differ only in their namespaces. */
final class Xml {
    private Xml() {}

    static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling())
            if (n instanceof Element e) found.add(e);
        return found;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(e -> is(e, name)).toList();
    }

    static Optional<Element> child(Node parent, String... path) {
        Optional<Element> at = parent instanceof Element e ? Optional.of(e) : Optional.empty();
        for (String name : path)
            at = at.flatMap(e -> children(e).stream().filter(c -> is(c, name)).findFirst());
        return at;
    }

    static boolean is(Element element, String name) {
        return name.equals(element.getLocalName());
    }

    /** An attribute by its local name, or empty. */
    static String attribute(Element element, String name) {
        var all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++)
            if (name.equals(all.item(i).getLocalName())) return all.item(i).getNodeValue();
        return "";
    }

    /** The {@code val} of a child, or empty where there is no such child. */
    static Optional<String> value(Node parent, String... path) {
        return child(parent, path).map(e -> attribute(e, "val"));
    }

    /** A switch such as {@code <w:b/>}, which may say off; empty where it is not there. */
    static Optional<Boolean> flag(Node parent, String... path) {
        return value(parent, path)
                .map(v -> !v.equals("0") && !v.equals("false") && !v.equals("off") && !v.equals("none"));
    }

    static int number(String text, int otherwise) {
        return text.matches("-?\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }
}
