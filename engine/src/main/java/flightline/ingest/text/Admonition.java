package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a text is set apart as a warning, caution or note. */
final class Admonition {
    private static final Map<String, SafetyKind> KINDS = Map.ofEntries(
            Map.entry("warning", SafetyKind.WARNING),
            Map.entry("danger", SafetyKind.WARNING),
            Map.entry("error", SafetyKind.WARNING),
            Map.entry("caution", SafetyKind.CAUTION),
            Map.entry("attention", SafetyKind.CAUTION),
            Map.entry("important", SafetyKind.CAUTION),
            Map.entry("note", SafetyKind.NOTE),
            Map.entry("tip", SafetyKind.NOTE),
            Map.entry("hint", SafetyKind.NOTE),
            Map.entry("info", SafetyKind.NOTE));

    /** {@code WARNING:}, {@code **Note:**}, {@code __Caution__ -}, {@code [!WARNING]}; a label needs a colon, a mark or a line of its own. */
    private static final Pattern LABEL = Pattern.compile("\\A\\s*(?:"
            + "\\[!(?<alert>\\w+)\\][ \\t]*(?:\\r?\\n|\\z)"
            + "|(?:\\*\\*|__)(?<bold>\\p{L}+)s?\\s*[:.!]?\\s*(?:\\*\\*|__)\\s*[:.!–—-]?\\s*"
            + "|(?<plain>(?i:warning|caution|note|danger|important|attention|notice|tip))s?\\s*:\\s*"
            + "|(?<line>WARNING|CAUTION|NOTE|DANGER|IMPORTANT)S?[ \\t]*[.!]?[ \\t]*(?:\\r?\\n\\s*|[–—-]\\s+|\\z))");

    private Admonition() {}

    /**
     * A label found at the beginning of a text.
     *
     * @param after offset in that text of what follows the label
     */
    record Label(SafetyKind kind, int after) {}

    static Optional<SafetyKind> kind(String word) {
        return Optional.ofNullable(KINDS.get(word.toLowerCase(Locale.ROOT)));
    }

    static Optional<Label> labelOf(String text) {
        Matcher label = LABEL.matcher(text);
        if (!label.find()) return Optional.empty();
        for (String group : new String[] {"alert", "bold", "plain", "line"}) {
            String word = label.group(group);
            if (word != null) {
                String known = word.equalsIgnoreCase("notice") ? "caution" : word;
                return kind(known).map(kind -> new Label(kind, label.end()));
            }
        }
        return Optional.empty();
    }
}
