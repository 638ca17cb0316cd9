package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes rows of records. Remembers what the names of columns mean, nothing of a record; safe to share. */
public final class RowMaker {
    /** Names of columns are few; those of a file of odd ones are not remembered. */
    private static final int MOST_NAMES = 10_000;

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

    private final Map<String, FurtherField.Meaning> meanings = new ConcurrentHashMap<>();

    public RecordRow of(MaintenanceRecord record) {
        String complaint = record.complaint().isBlank() ? record.narrative() : record.complaint();
        String condition = folded(record.condition());
        String part = folded(record.part());
        String code = record.ata().isEmpty() ? "" : record.ata().getFirst();
        String action = record.action().toLowerCase(Locale.ROOT);
        boolean planned = FurtherField.PLANNED_CONDITIONS.contains(condition)
                || planned(complaint.toLowerCase(Locale.ROOT) + " " + action);
        // What was done counts, not what had been done before the complaint, where the two are told apart.
        boolean removed = !record.partNumber().isBlank()
                || (!part.isEmpty() && REMOVAL.isIn(action.isBlank() ? complaint.toLowerCase(Locale.ROOT) : action));
        Map<FurtherField, String> further = further(record.other());
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
                truth(said(further, FurtherField.DEFERRED)),
                day(said(further, FurtherField.CLOSED)),
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

    /** Of each field the value under its likeliest name. */
    private Map<FurtherField, String> further(Map<String, String> other) {
        var values = new EnumMap<FurtherField, String>(FurtherField.class);
        var ranks = new EnumMap<FurtherField, Integer>(FurtherField.class);
        other.forEach((name, value) -> {
            FurtherField.Meaning meaning = meaning(name);
            FurtherField field = meaning.field();
            if (field == null || value.isBlank() || meaning.rank() >= ranks.getOrDefault(field, Integer.MAX_VALUE))
                return;
            ranks.put(field, meaning.rank());
            values.put(field, value.strip());
        });
        return values;
    }

    private static String said(Map<FurtherField, String> further, FurtherField field) {
        return further.getOrDefault(field, "");
    }

    private FurtherField.Meaning meaning(String name) {
        FurtherField.Meaning known = meanings.get(name);
        if (known != null) return known;
        FurtherField.Meaning found = FurtherField.of(name);
        if (meanings.size() < MOST_NAMES) meanings.put(name, found);
        return found;
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

    private static @Nullable Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "1", "x" -> true;
            case "n", "no", "false", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable LocalDate day(String text) {
        if (text.length() < 10) return null;
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException other) {
            return null;
        }
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
