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

    /**
     * {@code WARNING:}, {@code **Note:**}, {@code __Caution__ -}, {@code [!WARNING]}, {@code WARNING   }; a label needs a colon,
     * a mark, a line of its own or a wide gap behind it.
     */
    private static final Pattern LABEL = Pattern.compile("\\A\\s*(?:"
            + "\\[!(?<alert>\\w+)\\][ \\t]*(?:\\r?\\n|\\z)"
            + "|(?:\\*\\*|__)(?<bold>\\p{L}+)s?\\s*[:.!]?\\s*(?:\\*\\*|__)\\s*[:.!–—-]?\\s*"
            + "|(?<plain>(?i:warning|caution|note|danger|important|attention|notice|tip))s?\\s*:\\s*"
            + "|(?<line>WARNING|CAUTION|NOTE|DANGER|IMPORTANT)S?"
            + "(?:[ \\t]*+[.!]?[ \\t]*+(?:\\r?\\n\\s*|[–—-]\\s+|\\z)|(?: [ \\t]|\\t)[ \\t]*+(?=\\S))"
            + "|(?<small>Warning|Caution|Danger|Note)s?[ \\t]*+[.!]?[ \\t]*+\\r?\\n\\s*+(?!\\p{Ll}))");

    /** A label and nothing else, whatever signs it is set off with. "Notes" head remarks of any kind. */
    private static final Pattern ALONE = Pattern.compile("\\A[^\\p{L}\\p{N}]{0,12}+"
            + "(?:(WARNING|CAUTION|DANGER|Warning|Caution|Danger)[Ss]?|(NOTE|IMPORTANT|ATTENTION|NOTICE|Note|Important|Attention|Notice))"
            + "[^\\p{L}\\p{N}]{0,12}+\\z");

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

    /** The kind of a text that is nothing but a label: what it warns of stands in what follows. */
    static Optional<SafetyKind> alone(String text) {
        Matcher alone = ALONE.matcher(text);
        if (!alone.matches()) return Optional.empty();
        return named(alone.group(1) == null ? alone.group(2) : alone.group(1));
    }

    static Optional<Label> labelOf(String text) {
        Optional<SafetyKind> alone = alone(text);
        if (alone.isPresent()) return alone.map(kind -> new Label(kind, text.length()));
        Matcher label = LABEL.matcher(text);
        if (!label.find()) return Optional.empty();
        for (String group : new String[] {"alert", "bold", "plain", "line", "small"}) {
            String word = label.group(group);
            if (word != null) return named(word).map(kind -> new Label(kind, label.end()));
        }
        return Optional.empty();
    }

    private static Optional<SafetyKind> named(String word) {
        return kind(word.equalsIgnoreCase("notice") ? "caution" : word);
    }
}
