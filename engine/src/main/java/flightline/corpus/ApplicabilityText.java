package flightline.corpus;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the canonical form of an {@link Applicability}, by recursive descent. */
final class ApplicabilityText {
    private final String text;
    private int at;

    ApplicabilityText(String text) {
        this.text = text;
    }

    Applicability read() {
        Applicability whole = expression();
        if (at != text.length()) throw malformed();
        return whole;
    }

    private Applicability expression() {
        if (at >= text.length()) throw malformed();
        return switch (text.charAt(at)) {
            case '*' -> {
                at++;
                yield Applicability.ALL;
            }
            case '&' -> new Applicability.AllOf(parts());
            case '!' -> new Applicability.AnyOf(parts());
            case '-' -> not();
            case '"' -> worded();
            case '?' -> {
                at++;
                yield new Applicability.Unread(unescape(toEnd()));
            }
            default -> has();
        };
    }

    private List<Applicability> parts() {
        at++;
        expect('(');
        var parts = new ArrayList<Applicability>();
        parts.add(expression());
        while (at < text.length() && text.charAt(at) == ';') {
            at++;
            parts.add(expression());
        }
        expect(')');
        return parts;
    }

    private Applicability not() {
        at++;
        expect('(');
        Applicability part = expression();
        expect(')');
        return new Applicability.Not(part);
    }

    private Applicability worded() {
        int from = ++at;
        while (at < text.length() && text.charAt(at) != '"') at++;
        String words = text.substring(from, at);
        expect('"');
        return new Applicability.Worded(unescape(words), expression());
    }

    private String toEnd() {
        int from = at;
        while (at < text.length() && ";)".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }

    private Applicability has() {
        String[] sides = toEnd().split("=", 2);
        if (sides.length != 2) throw malformed();
        return new Applicability.Has(
                unescape(sides[0]),
                Arrays.stream(sides[1].split("\\|", -1))
                        .map(ApplicabilityText::unescape)
                        .toList());
    }

    private void expect(char wanted) {
        if (at >= text.length() || text.charAt(at) != wanted) throw malformed();
        at++;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an applicability in canonical form: '" + text + "' at offset " + at);
    }

    static String escape(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    private static String unescape(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
