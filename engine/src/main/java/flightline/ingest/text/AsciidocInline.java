package flightline.ingest.text;

/** Words of a line without the marks of the format. */
final class AsciidocInline {
    private AsciidocInline() {}

    static String words(String text) {
        return text.replaceAll("(?:link:|xref:|image:|https?://)\\S*?\\[([^\\]]*)\\]", "$1")
                .replaceAll("<<[^,>]+,\\s*([^>]+)>>", "$1")
                .replaceAll("<<([^>]+)>>", "$1")
                .replaceAll("(?<![\\w*])\\*{1,2}([^*]+)\\*{1,2}(?![\\w*])", "$1")
                .replaceAll("(?<![\\w_])_{1,2}([^_]+)_{1,2}(?![\\w_])", "$1")
                .replaceAll("`([^`]+)`", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
