package flightline.ingest.office;

/** White space of office programs made plain. */
final class Words {
    private Words() {}

    /** Blanks collapsed; line feeds stay, at most one at a time. */
    static String clean(String text) {
        return text.replace('\u00A0', ' ')
                .replaceAll("[ \\t\\r\\f\\x0B\\u200B\\uFEFF]+", " ")
                .replaceAll(" ?\\n[\\n ]*", "\n")
                .strip();
    }

    /** The same on one line. */
    static String line(String text) {
        return clean(text).replace('\n', ' ');
    }
}
