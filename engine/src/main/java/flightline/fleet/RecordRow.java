package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is counted: codes and names folded, numbers read from the further fields of its source.
 *
 * @param source name of the file it came in
 */
record RecordRow(
        String id,
        @Nullable LocalDate day,
        @Nullable String tail,
        @Nullable String model,
        @Nullable String station,
        @Nullable String chapter,
        @Nullable String system,
        @Nullable String part,
        @Nullable String partNumber,
        @Nullable String condition,
        @Nullable String complaint,
        @Nullable String action,
        @Nullable Double hours,
        @Nullable Double cycles,
        @Nullable Double delay,
        @Nullable Boolean deferred,
        @Nullable LocalDate closed,
        boolean removed,
        boolean planned,
        String source,
        String marking) {
    private static final List<String> STATION = List.of("station", "base", "location", "airport", "site");
    private static final List<String> HOURS =
            List.of("flighthours", "hours", "fh", "totaltime", "ttsn", "tsn", "aircrafthours", "airframehours");
    private static final List<String> CYCLES = List.of("cycles", "landings", "fc", "totalcycles", "csn");
    private static final List<String> DELAY = List.of("delay", "delayminutes", "delaymin", "delaymins", "minutesdelay");
    private static final List<String> DEFERRED = List.of("deferred", "deferral", "isdeferred");
    private static final List<String> CLOSED = List.of("closeddate", "closed", "dateclosed", "closedon");

    /** Of a part that has no number: that the text says it was changed. */
    private static final Pattern REMOVAL = Pattern.compile(
            "\\b(?:rpld|rplcd|repl|rpl|replaced|replacement|r&r|r/r|r/i|removed and (?:replaced|installed)|changed|swapped|renewed|exchanged)\\b");
    /** Work that was due anyway. */
    private static final Pattern PLANNED = Pattern.compile(
            "\\b(?:[acd][- ]?(?:check|chk|ck) (?:due|input)|(?:line|weekly|daily|service) (?:check|chk|ck) due|scheduled|time[- ]expired|life[- ]limit(?:ed)?|hard[- ]time)\\b");

    private static final Pattern UNPLANNED = Pattern.compile("\\bun-?scheduled\\b");
    private static final List<String> PLANNED_CONDITIONS = List.of("scheduled", "modification", "time expired");

    static RecordRow of(MaintenanceRecord record) {
        String complaint = record.complaint().isBlank() ? record.narrative() : record.complaint();
        String condition = folded(record.condition());
        String part = folded(record.part());
        String code = record.ata().stream().findFirst().orElse("");
        String said = (complaint + " " + record.action()).toLowerCase(Locale.ROOT);
        boolean planned = PLANNED_CONDITIONS.contains(condition)
                || PLANNED.matcher(UNPLANNED.matcher(said).replaceAll("")).find();
        // What was done counts, not what had been done before the complaint, where the two are told apart.
        String done = record.action().isBlank() ? said : record.action().toLowerCase(Locale.ROOT);
        boolean removed = !record.partNumber().isBlank()
                || !part.isEmpty() && REMOVAL.matcher(done).find();
        Map<String, String> other = record.other();
        return new RecordRow(
                record.id().value(),
                record.date().orElse(null),
                absent(record.aircraft().strip().toUpperCase(Locale.ROOT)),
                absent(record.model().strip().toUpperCase(Locale.ROOT)),
                absent(value(other, STATION).toUpperCase(Locale.ROOT)),
                code.length() >= 2 ? code.substring(0, 2) : null,
                code.length() >= 5 ? code.substring(0, 5) : null,
                absent(part),
                absent(record.partNumber().strip().toUpperCase(Locale.ROOT)),
                absent(condition),
                absent(complaint.strip()),
                absent(record.action().strip()),
                number(value(other, HOURS)),
                number(value(other, CYCLES)),
                number(value(other, DELAY)),
                truth(value(other, DEFERRED)),
                day(value(other, CLOSED)),
                removed,
                planned,
                record.source().replaceFirst(":\\d+$", ""),
                record.marking().label());
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static @Nullable String absent(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String value(Map<String, String> other, List<String> names) {
        for (String name : names)
            for (var entry : other.entrySet())
                if (bare(entry.getKey()).equals(name) && !entry.getValue().isBlank())
                    return entry.getValue().strip();
        return "";
    }

    private static String bare(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Of hours, cycles, minutes: what is below zero or beyond a million is none. */
    private static @Nullable Double number(String text) {
        if (!text.matches("\\d{1,7}(?:[.,]\\d{1,6})?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?")) return null;
        String plain = text.matches("\\d+,\\d{1,2}|\\d+,\\d{4,6}") ? text.replace(',', '.') : text.replace(",", "");
        double value = new BigDecimal(plain).doubleValue();
        return value > 1e6 ? null : value;
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
}
