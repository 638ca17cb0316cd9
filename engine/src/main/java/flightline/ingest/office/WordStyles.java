package flightline.ingest.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;

/** The styles of a document: what a paragraph or a run is by its style, or by the one that this is based on. */
final class WordStyles {
    private final Map<String, Element> byId = new HashMap<>();
    private String usual = "";

    void read(Element styles) {
        for (Element style : Xml.children(styles, "style")) {
            byId.put(Xml.attribute(style, "styleId"), style);
            boolean paragraph = Xml.attribute(style, "type").equals("paragraph");
            if (paragraph && Xml.attribute(style, "default").equals("1")) usual = Xml.attribute(style, "styleId");
        }
    }

    /** The name as a person sees it, lower case; empty where there is none. */
    String name(String id) {
        Element style = byId.get(id.isEmpty() ? usual : id);
        return style == null ? "" : Xml.value(style, "name").orElse("").toLowerCase(java.util.Locale.ROOT);
    }

    /** The first that the style or one that it is based on says. */
    <T> Optional<T> said(String id, Function<Element, Optional<T>> what) {
        var seen = new HashSet<String>();
        String at = id.isEmpty() ? usual : id;
        while (seen.add(at) && byId.containsKey(at)) {
            Element style = byId.get(at);
            if (style == null) break;
            Optional<T> here = what.apply(style);
            if (here.isPresent()) return here;
            at = Xml.value(style, "basedOn").orElse("");
        }
        return Optional.empty();
    }
}
