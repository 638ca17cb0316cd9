package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.List;
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
     * {@code WARNING:}, {@code **Note:**}, {@code __Caution__ -}, {@code *Note:*}, {@code **WARNING: Hot oil.**}, {@code [!WARNING]}, {@code WARNING   };
     * a label needs a colon, a mark, a line of its own or a wide gap behind it. Before it may stand a sign such as that of danger.
     */
    private static final Pattern LABEL = Pattern.compile(
            "\\A\\s*+(?:[\\p{So}\\uFE0F]{1,6}+\\s*+)?+(?<tags>(?:<[a-zA-Z]{1,6}(?:\\s[^<>]{0,200})?>\\s*+){1,3}+)?+(?:"
                    + "\\[!(?<alert>\\w+)\\][ \\t]*(?:\\r?\\n|\\z)"
                    + "|(?:\\*{2,3}|_{2,3})(?<bold>\\p{L}+)s?\\s*[:.!]?\\s*(?:\\*{2,3}|_{2,3})\\s*[:.!–—-]?\\s*"
                    + "|(?<=>\\s{0,3})(?<tagged>\\p{L}+)s?\\s*(?:</[a-zA-Z]{1,6}>){1,3}\\s*[:.!–—-]?\\s*"
                    + "|[*_](?<slant>\\p{L}+)s?\\s*(?::\\s*[*_]|[*_]\\s*:)\\s*"
                    + "|(?<mark>\\*{1,3}|_{1,3})(?:[\\p{So}\\uFE0F]{1,6}+\\s*+)?+(?:(?<whole>(?i:warning|caution|note|danger|important|attention|notice|tip))s?\\s*:"
                    + "|(?<capital>WARNING|CAUTION|NOTE|DANGER|IMPORTANT)S?(?:\\s*+[.!–—-]|[ \\t]*+\\r?\\n))\\s*"
                    + "|(?<plain>(?i:warning|caution|note|danger|important|attention|notice|tip))s?\\s*:\\s*"
                    + "|(?<line>WARNING|CAUTION|NOTE|DANGER|IMPORTANT)S?"
                    + "(?:[ \\t]*+[.!]?[ \\t]*+(?:\\r?\\n\\s*|[–—-]\\s+|\\z)|(?: [ \\t]|\\t)[ \\t]*+(?=\\S))"
                    + "|(?<small>Warning|Caution|Danger|Note)s?[ \\t]*+[.!]?[ \\t]*+\\r?\\n\\s*+(?!\\p{Ll}))"
                    + "(?<closing>(?:</[a-zA-Z]{1,6}>\\s*+){1,3}+:?\\s*+)?+");

    private static final Pattern CLOSING = Pattern.compile("(?:\\s*+</[a-zA-Z]{1,6}>){1,3}+\\s*+\\z");

    /** A label and nothing else, whatever signs it is set off with. "Notes" head remarks of any kind. */
    private static final Pattern ALONE = Pattern.compile("\\A[^\\p{L}\\p{N}]{0,12}+"
            + "(?:(WARNING|CAUTION|DANGER|Warning|Caution|Danger)[Ss]?|(NOTE|IMPORTANT|ATTENTION|NOTICE|Note|Important|Attention|Notice))"
            + "[^\\p{L}\\p{N}]{0,12}+\\z");

    private static final List<String> LABELS =
            List.of("alert", "bold", "tagged", "slant", "whole", "capital", "plain", "line", "small");

    private Admonition() {}

    /**
     * A label found at the beginning of a text.
     *
     * @param after offset in that text of what follows the label
     * @param end offset behind the last of it: a mark that closes what was opened before the label is none of it
     */
    record Label(SafetyKind kind, int after, int end) {}

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
        if (alone.isPresent()) return alone.map(kind -> new Label(kind, text.length(), text.length()));
        Matcher label = LABEL.matcher(text);
        if (!label.find()) return Optional.empty();
        for (String group : LABELS) {
            String word = label.group(group);
            if (word != null) return named(word).map(kind -> new Label(kind, label.end(), end(text, label)));
        }
        return Optional.empty();
    }

    private static int end(String text, Matcher label) {
        if (label.group("tags") != null && label.group("closing") == null) {
            Matcher closing = CLOSING.matcher(text);
            return closing.find(label.end()) ? closing.start() : text.length();
        }
        String mark = label.group("mark");
        int end = text.stripTrailing().length();
        boolean closed = mark != null
                && text.startsWith(mark, end - mark.length())
                && text.indexOf(mark, label.end()) == end - mark.length();
        return closed ? end - mark.length() : text.length();
    }

    private static Optional<SafetyKind> named(String word) {
        return kind(word.equalsIgnoreCase("notice") ? "caution" : word);
    }
}
