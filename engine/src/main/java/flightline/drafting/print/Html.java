package flightline.drafting.print;

/** XHTML put together piece by piece, everything that comes from outside escaped. */
final class Html {
    private final StringBuilder text = new StringBuilder(4096);

    /** Markup of ours, as it is. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Words of whoever. */
    Html text(String words) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(allowed(c) ? c : ' ');
            }
        });
        return this;
    }

    /** For a string in a style sheet. */
    static String css(String words) {
        return "'" + words.replaceAll("[\\p{Cc}\\\\'<&]", " ") + "'";
    }

    /** XML has no way to write most control characters; a soft hyphen would be printed as a hyphen. */
    private static boolean allowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= ' ' && c != 0x7F && c != 0xAD && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
