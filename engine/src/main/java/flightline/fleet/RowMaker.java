package flightline.fleet;

import flightline.corpus.Closing;
import flightline.corpus.FurtherField;
import flightline.corpus.FurtherFields;
import flightline.corpus.MaintenanceRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes rows of records. Remembers what the names of columns mean, nothing of a record; safe to share. */
public final class RowMaker {
    /** Raised where rows of the same records come out otherwise than before, so that tables of them are made anew. */
    public static final int READING = 2;

    static final List<String> PLANNED_CONDITIONS = List.of("scheduled", "modification", "time expired");

    /** Of a part that has no number: that the text says it was changed. */
    static final WordScan REMOVAL = new WordScan(
            "rcse",
            "(?:rpld|rplcd|repl|rpl|replaced|replacement|r&r|r/r|r/i|removed and (?:replaced|installed)|changed|swapped|renewed|exchanged)\\b");
    /** Work that was due anyway. */
    static final WordScan PLANNED = new WordScan(
            "acdlwsth",
            "(?:[acd][- ]?(?:check|chk|ck) (?:due|input)|(?:line|weekly|daily|service) (?:check|chk|ck) due|scheduled|time[- ]expired|life[- ]limit(?:ed)?|hard[- ]time)\\b");

    static final Pattern UNPLANNED = Pattern.compile("\\bun-?scheduled\\b");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final FurtherFields fields = new FurtherFields();

    public RecordRow of(MaintenanceRecord record) {
        String complaint = record.complaint().isBlank() ? record.narrative() : record.complaint();
        String condition = folded(record.condition());
        String part = folded(record.part());
        String code = record.ata().isEmpty() ? "" : record.ata().getFirst();
        String action = record.action().toLowerCase(Locale.ROOT);
        boolean planned =
                PLANNED_CONDITIONS.contains(condition) || planned(complaint.toLowerCase(Locale.ROOT) + " " + action);
        // What was done counts, not what had been done before the complaint, where the two are told apart.
        boolean removed = !record.partNumber().isBlank()
                || (!part.isEmpty() && REMOVAL.isIn(action.isBlank() ? complaint.toLowerCase(Locale.ROOT) : action));
        Map<FurtherField, String> further = fields.of(record);
        Closing closing = Closing.of(said(further, FurtherField.CLOSED));
        return new RecordRow(
                record.id().value(),
                record.date().orElse(null),
                upper(record.aircraft()),
                upper(record.model()),
                upper(record.serial()),
                upper(said(further, FurtherField.STATION)),
                code.length() >= 2 ? code.substring(0, 2) : null,
                code.length() >= 5 ? code.substring(0, 5) : null,
                absent(part),
                upper(record.partNumber()),
                absent(condition),
                absent(complaint.strip()),
                absent(record.action().strip()),
                FurtherField.HOURS.number(said(further, FurtherField.HOURS)),
                FurtherField.CYCLES.number(said(further, FurtherField.CYCLES)),
                FurtherField.DELAY.number(said(further, FurtherField.DELAY)),
                FurtherField.truth(said(further, FurtherField.DEFERRED)),
                closing instanceof Closing.OnDay(var day) ? day : null,
                closing.told() ? !(closing instanceof Closing.StillOpen) : null,
                removed,
                planned,
                withoutLine(record.source()),
                record.marking().label(),
                false);
    }

    private static String withoutLine(String source) {
        int at = source.lastIndexOf(':');
        if (at < 0 || at == source.length() - 1) return source;
        for (int i = at + 1; i < source.length(); i++) if (!Character.isDigit(source.charAt(i))) return source;
        return source.substring(0, at);
    }

    private static boolean planned(String said) {
        return PLANNED.isIn(said.contains("scheduled") ? UNPLANNED.matcher(said).replaceAll("") : said);
    }

    private static String said(Map<FurtherField, String> further, FurtherField field) {
        return further.getOrDefault(field, "");
    }

    private static String folded(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? lower : SPACE.matcher(lower).replaceAll(" ");
    }

    private static @Nullable String upper(String value) {
        return absent(value.strip().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String absent(String value) {
        return value.isEmpty() ? null : value;
    }

    /** Looks for words that begin with few letters: only where a word begins so is the pattern tried. */
    record WordScan(String letters, Pattern pattern) {
        WordScan(String letters, String pattern) {
            this(letters, Pattern.compile(pattern));
        }

        /** For an engine that looks for it everywhere, in plain lower case. */
        String anywhere() {
            return "(?:^|[^a-z0-9_])" + pattern.pattern();
        }

        boolean isIn(String text) {
            Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
            int end = text.length();
            for (int i = 0; i < end; i++) {
                if (letters.indexOf(text.charAt(i)) < 0 || (i > 0 && isWord(text.charAt(i - 1)))) continue;
                if (matcher.region(i, end).lookingAt()) return true;
            }
            return false;
        }

        private static boolean isWord(char c) {
            return c == '_' || Character.isLetterOrDigit(c);
        }
    }
}
