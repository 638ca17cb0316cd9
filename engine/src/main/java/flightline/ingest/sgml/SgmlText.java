package flightline.ingest.sgml;

import java.util.Optional;

/** A text that is read from front to back, and knows its line and column. */
final class SgmlText {
    private final String text;
    private final Optional<SgmlPlace> origin;
    private int at;
    private int counted;
    private int line = 1;
    private int lineStart;

    SgmlText(String text) {
        this.text = text;
        this.origin = Optional.empty();
    }

    /** The replacement of an entity; whatever stands in it is placed where the reference is. */
    SgmlText(String text, SgmlPlace origin) {
        this.text = text;
        this.origin = Optional.of(origin);
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int offset() {
        return at;
    }

    String since(int from) {
        return text.substring(from, at);
    }

    /** The unit so many places ahead; a NUL behind the end. */
    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    boolean looksAt(String wanted) {
        return text.regionMatches(true, at, wanted, 0, wanted.length());
    }

    void skip(int units) {
        at = Math.min(text.length(), at + units);
    }

    void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    /** A name or number of letters, digits and {@code . - _ :}; empty where none stands here. */
    String name() {
        int from = at;
        while (at < text.length() && named(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    /** What stands before the mark, which is passed over too; refused where the mark does not follow. */
    String through(String mark, String what) {
        int end = text.indexOf(mark, at);
        if (end < 0) throw place().refusal(what + " is not closed");
        String passed = text.substring(at, end);
        at = end + mark.length();
        return passed;
    }

    /** Everything up to the next of these, or to the end. */
    String until(String marks) {
        int from = at;
        while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }

    SgmlPlace place() {
        if (origin.isPresent()) return origin.get();
        for (; counted < at; counted++)
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        return new SgmlPlace(line, at - lineStart + 1);
    }

    static boolean starts(char c) {
        return Character.isLetter(c);
    }

    private static boolean named(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':';
    }
}
