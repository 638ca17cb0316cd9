package flightline.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the day of a record and refuses days that cannot be.
 *
 * <p>A two-digit year is the latest one that is not after today.
 */
final class DateReader {
    // Usual and unambiguous; 03/04/2024 is neither, a mapping has to say which it is.
    private static final List<String> USUAL = List.of(
            "yyyy-MM-dd",
            "yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX]",
            "yyyy-MM-dd HH:mm[:ss]",
            "yyyyMMdd",
            "yyyy/MM/dd",
            "d-MMM-yyyy",
            "d MMM yyyy",
            "dMMMyyyy");
    // Nothing flew under power before, so an earlier year is a slip of the pen.
    private static final int FIRST_YEAR = 1903;

    private static final int MOST_REMEMBERED = 50_000;

    private final List<Format> formats;
    private final String wanted;
    private final LocalDate today;
    private final Map<String, DateOutcome> read = new ConcurrentHashMap<>();
    private final Map<String, Optional<LocalDate>> days = new ConcurrentHashMap<>();

    DateReader(List<String> patterns, LocalDate today) {
        List<String> used = patterns.isEmpty() ? USUAL : patterns;
        this.formats = used.stream().map(Format::of).toList();
        this.wanted = String.join(", ", used);
        this.today = today;
    }

    /** All forms of these lists one by one, those that are read without a mapping for an empty one. */
    static List<String> forms(List<List<String>> lists) {
        return lists.stream()
                .flatMap(list -> (list.isEmpty() ? USUAL : list).stream())
                .toList();
    }

    sealed interface DateOutcome {
        record Day(LocalDate date) implements DateOutcome {}

        record Impossible(String reason) implements DateOutcome {}
    }

    /** Reads a non-blank text. Days of a log come again and again, so those read are remembered. */
    DateOutcome read(String text) {
        DateOutcome known = read.get(text);
        if (known != null) return known;
        DateOutcome outcome = parsed(text);
        if (read.size() < MOST_REMEMBERED) read.put(text, outcome);
        return outcome;
    }

    /** A day that a record tells of beside its own, so that it may lie ahead; absent where the text is none. */
    Optional<LocalDate> further(String text) {
        Optional<LocalDate> known = days.get(text);
        if (known != null) return known;
        Optional<LocalDate> day = anyDay(text);
        if (days.size() < MOST_REMEMBERED) days.put(text, day);
        return day;
    }

    private Optional<LocalDate> anyDay(String text) {
        for (Format format : formats) {
            Optional<LocalDate> date = format.parse(text, format.strict());
            if (date.isPresent())
                return date.map(day -> format.shortYear() && day.isAfter(today) ? day.minusYears(100) : day);
        }
        return Optional.empty();
    }

    private DateOutcome parsed(String text) {
        for (Format format : formats) {
            Optional<LocalDate> date = format.parse(text, format.strict());
            if (date.isPresent()) return check(date.get(), format);
        }
        boolean noSuchDay =
                formats.stream().anyMatch(f -> f.parse(text, f.lenient()).isPresent());
        return new DateOutcome.Impossible(
                noSuchDay ? "there is no such day in the calendar" : "is not a date in the form " + wanted);
    }

    private DateOutcome check(LocalDate read, Format format) {
        LocalDate date = format.shortYear() && read.isAfter(today) ? read.minusYears(100) : read;
        if (date.getYear() < FIRST_YEAR)
            return new DateOutcome.Impossible("the year " + date.getYear() + " is before " + FIRST_YEAR);
        if (date.isAfter(today)) return new DateOutcome.Impossible("lies after today, " + today);
        return new DateOutcome.Day(date);
    }

    /** What is wrong with a date pattern; empty where it is usable. */
    static Optional<String> problemWith(String pattern) {
        try {
            DateTimeFormatter formatter = Format.of(pattern).strict();
            LocalDate sample = LocalDate.of(2024, 2, 29);
            LocalDate.parse(formatter.format(sample.atStartOfDay(java.time.ZoneOffset.UTC)), formatter);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return Optional.of("'" + pattern + "' is not a date pattern such as yyyy-MM-dd or dd-MMM-yy");
        }
    }

    private record Format(DateTimeFormatter strict, DateTimeFormatter lenient, boolean shortYear) {
        static Format of(String pattern) {
            // 'y' is the year of an era, which strict reading would ask for; people mean 'u'.
            String plain = pattern.replace('y', 'u');
            DateTimeFormatter base = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(plain)
                    .toFormatter(Locale.ENGLISH);
            boolean shortYear = plain.contains("uu") && !plain.contains("uuu");
            return new Format(
                    base.withResolverStyle(ResolverStyle.STRICT),
                    base.withResolverStyle(ResolverStyle.LENIENT),
                    shortYear);
        }

        Optional<LocalDate> parse(String text, DateTimeFormatter formatter) {
            try {
                return Optional.of(LocalDate.parse(text, formatter));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
    }
}
