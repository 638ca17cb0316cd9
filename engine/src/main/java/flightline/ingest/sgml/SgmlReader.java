package flightline.ingest.sgml;

import flightline.ingest.xml.Asides;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads untrusted SGML into a tree: names in any case, attributes without quotes or names, end tags left out, marked
 * sections, character names. Nothing outside the text is opened; depth and what entities expand to are limited, and the
 * time taken grows with the length of the text alone. Not for reuse: one per text.
 */
final class SgmlReader {
    private static final int ATTRIBUTES = 1_000;

    private final SgmlEntities entities = new SgmlEntities();
    private final SgmlNotes notes = new SgmlNotes();
    private final Asides asides = new Asides();
    private final Set<String> unknown = new HashSet<>();
    private SgmlTree tree = new SgmlTree(notes, Set.of());
    private int sections;

    SgmlReading read(String text) {
        var from = new SgmlText(text);
        try {
            if (text.isBlank()) throw from.place().refusal("file is empty");
            scan(from);
            return new SgmlReading.Tree(tree.finished(from.place()), notes.all(), asides.suspicions());
        } catch (SgmlRefusal refusal) {
            return refusal.refused();
        }
    }

    private void scan(SgmlText text) {
        while (!text.atEnd()) {
            SgmlPlace place = text.place();
            tree.words(text.until(sections > 0 ? "<&]" : "<&"), place);
            if (text.atEnd()) return;
            switch (text.peek(0)) {
                case '&' -> reference(text);
                case ']' -> sectionEnd(text);
                default -> markup(text);
            }
        }
    }

    private void markup(SgmlText text) {
        SgmlPlace place = text.place();
        if (text.looksAt("<!--")) {
            text.skip(4);
            aside("comment", place, text.through("-->", "a comment"));
        } else if (text.looksAt("<![")) markedSection(text);
        else if (text.looksAt("<!DOCTYPE")) {
            int from = text.offset();
            text.skip("<!DOCTYPE".length());
            tree = new SgmlTree(notes, new SgmlDoctype(text, entities).read());
            aside("document type", place, text.since(from));
        } else if (text.looksAt("<!")) aside("declaration", place, text.through(">", "a declaration"));
        else if (text.looksAt("<?"))
            aside("processing instruction", place, text.through(">", "a processing instruction"));
        else if (text.looksAt("</")) endTag(text);
        else if (SgmlText.starts(text.peek(1)) || text.looksAt("<>")) startTag(text);
        else word(text, "<");
    }

    private void aside(String what, SgmlPlace place, String text) {
        asides.add(what, place.line(), text);
    }

    private void word(SgmlText text, String mark) {
        tree.words(mark, text.place());
        text.skip(mark.length());
    }

    private void sectionEnd(SgmlText text) {
        if (!text.looksAt("]]>")) {
            word(text, "]");
            return;
        }
        sections--;
        text.skip(3);
    }

    private void markedSection(SgmlText text) {
        SgmlPlace place = text.place();
        text.skip(3);
        String written = text.through("[", "a marked section").strip();
        String keyword = (written.startsWith("%") ? entities.parameter(written.replaceAll("[%;]", "")) : written)
                .toUpperCase(Locale.ROOT);
        switch (keyword) {
            case "IGNORE" -> {
                int from = text.offset();
                ignored(text);
                aside("ignored section", place, text.since(from));
            }
            case "CDATA", "RCDATA" -> tree.words(text.through("]]>", "a marked section"), place);
            case "INCLUDE", "TEMP", "" -> {
                if (keyword.isEmpty() && !written.isEmpty())
                    notes.add(
                            place.line(),
                            "marked section " + written + " is switched outside the file; its text is kept");
                sections++;
            }
            default -> throw place.refusal("marked section of unknown sort '" + written + "'");
        }
    }

    private static void ignored(SgmlText text) {
        int depth = 1;
        while (depth > 0) {
            text.until("<]");
            if (text.atEnd()) throw text.place().refusal("a marked section is not closed");
            if (text.looksAt("<![")) depth++;
            boolean end = text.looksAt("]]>");
            if (end) depth--;
            text.skip(end ? 3 : 1);
        }
    }

    private void endTag(SgmlText text) {
        SgmlPlace place = text.place();
        text.skip(2);
        String name = text.name().toLowerCase(Locale.ROOT);
        text.space();
        if (text.peek(0) == '>') text.skip(1);
        else if (text.peek(0) != '<') throw place.refusal("end tag </" + name + " is not closed");
        tree.end(name, place);
    }

    private void startTag(SgmlText text) {
        SgmlPlace place = text.place();
        text.skip(1);
        String name = text.name().toLowerCase(Locale.ROOT);
        var attributes = new LinkedHashMap<String, String>();
        while (true) {
            text.space();
            char c = text.peek(0);
            if (text.atEnd()) throw place.refusal("start tag <" + name + "> is not closed");
            if (c == '>' || text.looksAt("/>")) {
                text.skip(c == '>' ? 1 : 2);
                tree.start(name, attributes, c != '>', place);
                return;
            }
            if (c == '<') { // the bracket may be left out where another tag follows
                tree.start(name, attributes, false, place);
                return;
            }
            if (attributes.size() >= ATTRIBUTES)
                throw place.refusal("start tag <" + name + "> has more than " + ATTRIBUTES + " attributes; refused");
            attribute(text, attributes, place, name);
        }
    }

    private void attribute(SgmlText text, Map<String, String> attributes, SgmlPlace place, String element) {
        String key = text.name();
        if (key.isEmpty()) {
            notes.add(place.line(), "'" + text.peek(0) + "' in start tag <" + element + "> is passed over");
            text.skip(1);
            return;
        }
        text.space();
        if (text.peek(0) != '=') { // a value alone stands for the attribute that may have it
            boolean change = key.length() == 1 && "NRDU".contains(key.toUpperCase(Locale.ROOT));
            attributes.putIfAbsent(change ? "chg" : key.toLowerCase(Locale.ROOT), key);
            return;
        }
        text.skip(1);
        text.space();
        char quote = text.peek(0);
        boolean quoted = quote == '"' || quote == '\'';
        if (quoted) text.skip(1);
        String value = quoted
                ? text.through(String.valueOf(quote), "value of " + key + " in start tag <" + element + ">")
                : text.until(" \t\r\n<>");
        attributes.putIfAbsent(key.toLowerCase(Locale.ROOT), plain(value, place));
    }

    /** An attribute's value with its character references replaced; other references stay as they are. */
    private String plain(String value, SgmlPlace place) {
        if (value.indexOf('&') < 0) return value;
        var out = new StringBuilder();
        var from = new SgmlText(value, place);
        while (!from.atEnd()) {
            out.append(from.until("&"));
            if (from.atEnd()) break;
            int start = from.offset();
            from.skip(1);
            String name = from.peek(0) == '#' ? numbered(from) : from.name();
            boolean semicolon = from.peek(0) == ';';
            if (semicolon) from.skip(1);
            String written = from.since(start);
            out.append(
                    entities.meaning(name).orElse(null) instanceof SgmlEntities.Meaning.Characters(var text)
                            ? text
                            : written.startsWith("&#") ? name : written);
        }
        return out.toString();
    }

    private void reference(SgmlText text) {
        SgmlPlace place = text.place();
        if (text.peek(1) == '#') {
            text.skip(1);
            tree.words(numbered(text), place);
            if (text.peek(0) == ';') text.skip(1);
            return;
        }
        if (!SgmlText.starts(text.peek(1))) {
            word(text, "&");
            return;
        }
        int start = text.offset();
        text.skip(1);
        String name = text.name();
        if (text.peek(0) == ';') text.skip(1);
        String written = text.since(start);
        var meaning = entities.meaning(name);
        if (meaning.isEmpty()) {
            if (unknown.add(name)) notes.add(place.line(), "entity &" + name + "; is not declared; kept as written");
            tree.words(written, place);
            return;
        }
        switch (meaning.get()) {
            case SgmlEntities.Meaning.Characters(var characters) -> tree.words(characters, place);
            case SgmlEntities.Meaning.Outside(var where) ->
                throw place.refusal(
                        "external entity &" + name + "; (" + where + ") is refused: nothing outside the file is read");
            case SgmlEntities.Meaning.MarkedUp(var replacement) -> {
                entities.enter(name, replacement, place);
                scan(new SgmlText(replacement, place));
                entities.leave(name);
            }
        }
    }

    /** A numeric reference, which stands at its {@code #}; what is no character stays as written. */
    private static String numbered(SgmlText text) {
        int start = text.offset();
        text.skip(1);
        String number = text.name();
        boolean hexadecimal = number.matches("[xX][0-9A-Fa-f]{1,6}");
        if (hexadecimal || number.matches("\\d{1,7}")) {
            int point = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            if (Character.isValidCodePoint(point) && point > 8 && !(point >= 0xD800 && point <= 0xDFFF))
                return Character.toString(point);
        }
        return number.equals("RE") || number.equals("RS") || number.equals("SPACE") ? " " : "&" + text.since(start);
    }
}
