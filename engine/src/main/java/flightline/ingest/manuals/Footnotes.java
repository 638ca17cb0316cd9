package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The footnotes of a file, for those who refer to one that stands elsewhere. */
final class Footnotes {
    private static final List<String> NAMES = List.of("id", "ftnoteid", "ftnid", "key");
    private static final List<String> REFERENCES = List.of("refid", "xrefid", "ftnoteid", "ftnid", "idref", "refint");

    private final Map<String, XmlElement> byId = new HashMap<>();
    /** Those that are being said: one may refer to itself. */
    private final Set<String> saying = new HashSet<>();

    Footnotes(XmlElement root) {
        root.visit(e -> {
            if (e.is("ftnote"))
                NAMES.stream().map(e::attribute).filter(id -> !id.isEmpty()).forEach(id -> byId.putIfAbsent(id, e));
        });
    }

    /** What a reference says itself, else the footnote's words, else that it is not there. */
    String said(XmlElement reference, LineText text) {
        String own = text.of(reference);
        if (!own.isEmpty()) return own;
        return REFERENCES.stream()
                .map(reference::attribute)
                .flatMap(id -> Stream.ofNullable(byId.get(id)).map(note -> words(id, note, text)))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("a footnote that is not in this file");
    }

    private String words(String id, XmlElement note, LineText text) {
        if (!saying.add(id)) return "";
        String words = text.of(note);
        saying.remove(id);
        return words;
    }
}
