package flightline.ingest.sgml;

import flightline.ingest.xml.CharacterNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Reads a document type declaration: the entities that its internal subset declares, and the elements it says are empty. */
final class SgmlDoctype {
    private final SgmlText text;
    private final SgmlEntities entities;
    private final Set<String> empty = new HashSet<>();

    SgmlDoctype(SgmlText text, SgmlEntities entities) {
        this.text = text;
        this.entities = entities;
    }

    /** Stands behind {@code <!DOCTYPE} when called, behind its end when it returns. */
    Set<String> read() {
        while (true) {
            text.space();
            if (text.atEnd()) throw text.place().refusal("the document type declaration is not closed");
            char c = text.peek(0);
            if (c == '>') {
                text.skip(1);
                return Set.copyOf(empty);
            }
            if (c == '[') {
                text.skip(1);
                subset();
            } else if (c == '"' || c == '\'') literal();
            else if (text.name().isEmpty()) text.skip(1);
        }
    }

    private void subset() {
        while (true) {
            text.space();
            if (text.atEnd()) throw text.place().refusal("the document type declaration is not closed");
            if (text.looksAt("<!--")) {
                text.skip(4);
                text.through("-->", "a comment");
            } else if (text.looksAt("<![")) markedSection();
            else if (text.looksAt("]]>")) text.skip(3);
            else if (text.looksAt("<!ENTITY")) entity();
            else if (text.looksAt("<!ELEMENT")) element();
            else if (text.looksAt("<!")) {
                text.skip(2);
                declaration();
            } else if (text.looksAt("<?")) text.through(">", "a processing instruction");
            else if (text.peek(0) == ']') {
                text.skip(1);
                return;
            } else {
                // A reference to a parameter entity brings in declarations from outside, which are not read.
                text.skip(1);
                text.until("]<% \t\r\n");
            }
        }
    }

    private void markedSection() {
        text.skip(3);
        String keyword = text.through("[", "a marked section").strip();
        if (keyword.startsWith("%")) keyword = entities.parameter(keyword.replaceAll("[%;]", ""));
        if (keyword.equalsIgnoreCase("IGNORE")) text.through("]]>", "a marked section");
    }

    private void entity() {
        text.skip("<!ENTITY".length());
        text.space();
        boolean parameter = text.peek(0) == '%';
        if (parameter) {
            text.skip(1);
            text.space();
        }
        String name = text.name();
        text.space();
        String kind = isQuote(text.peek(0)) ? "" : text.name().toUpperCase(Locale.ROOT);
        text.space();
        String value = isQuote(text.peek(0)) ? literal() : "";
        boolean outside = kind.equals("SYSTEM") || kind.equals("PUBLIC");
        if (parameter) {
            if (!outside) entities.declareParameter(name, value.strip());
        } else if (outside) entities.declare(name, new SgmlEntities.Meaning.Outside(value));
        else entities.declare(name, meaning(name, kind, value));
        declaration();
    }

    /** Data in brackets, as in the ISO sets, names a character for the typesetter. */
    private static SgmlEntities.Meaning meaning(String name, String kind, String value) {
        if (kind.equals("SDATA")) {
            String inner = value.replaceAll("^\\[|\\]$", "").strip();
            return new SgmlEntities.Meaning.Characters(CharacterNames.named(inner)
                    .or(() -> CharacterNames.named(name))
                    .orElse(value));
        }
        boolean data = kind.equals("CDATA") || (!value.contains("<") && !value.contains("&"));
        return data ? new SgmlEntities.Meaning.Characters(value) : new SgmlEntities.Meaning.MarkedUp(value);
    }

    private void element() {
        text.skip("<!ELEMENT".length());
        text.space();
        String name = text.name().toLowerCase(Locale.ROOT);
        int from = text.offset();
        declaration();
        if (text.since(from).toUpperCase(Locale.ROOT).matches("(?s)\\s*(?:[-O]\\s*[-O]\\s*)?EMPTY\\b.*"))
            empty.add(name);
    }

    /** Passes over the rest of a declaration, its quoted texts and its comments. */
    private void declaration() {
        while (true) {
            text.until(">\"'-");
            if (text.atEnd()) throw text.place().refusal("a declaration is not closed");
            if (text.peek(0) == '>') {
                text.skip(1);
                return;
            }
            if (isQuote(text.peek(0))) literal();
            else if (text.looksAt("--")) {
                text.skip(2);
                // "- -" for two required tags has a space between; two hyphens are a comment.
                text.through("--", "a comment in a declaration");
            } else text.skip(1);
        }
    }

    private String literal() {
        String quote = String.valueOf(text.peek(0));
        text.skip(1);
        return text.through(quote, "a quoted text");
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
