package flightline.drafting.compliance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An aircraft of a fleet list, every value as it was written there.
 *
 * @param hours total flight hours, empty where not given; so are {@code cycles} and {@code asOf}, the day of both
 * @param configuration what is on it, for example {@code mod 32-0117} to {@code pre}
 * @param done what was complied with
 * @param readings earlier totals, which limits after a day count from
 */
public record Tail(
        String registration,
        String model,
        String serial,
        String hours,
        String cycles,
        String asOf,
        Map<String, String> configuration,
        List<Done> done,
        List<Reading> readings) {
    private static final Pattern NUMBER =
            Pattern.compile("[ \\u00A0]*(?:\\d{1,7}|\\d{1,3}(?:[ ,\\u00A0]\\d{3}){1,2})(?:\\.\\d{1,2})?[ \\u00A0]*");

    public Tail {
        configuration = Map.copyOf(configuration);
        done = List.copyOf(done);
        readings = List.copyOf(readings);
    }

    /**
     * Something complied with.
     *
     * @param what the bulletin, modification or directive, with its revision
     * @param on ISO day, empty where not given; so are hours, cycles and the record
     */
    public record Done(String what, String on, String hours, String cycles, String record) {}

    /** Totals on an earlier day. */
    public record Reading(String on, String hours, String cycles) {}

    /** Every value by itself, as it may be printed. */
    public List<String> given() {
        var all = new ArrayList<>(List.of(registration, model, serial, hours, cycles, asOf));
        configuration.forEach((name, value) -> all.addAll(List.of(name, value, name + ": " + value)));
        done.forEach(one -> all.addAll(List.of(one.what(), one.on(), one.hours(), one.cycles(), one.record())));
        readings.forEach(one -> all.addAll(List.of(one.on(), one.hours(), one.cycles())));
        return all;
    }

    /** The value of a property whose name holds these letters and digits, whatever else stands around them. */
    Optional<Map.Entry<String, String>> configured(String identifier) {
        String wanted = bare(identifier);
        return configuration.entrySet().stream()
                .filter(entry -> bare(entry.getKey()).endsWith(wanted))
                .min(Map.Entry.comparingByKey());
    }

    /** The latest that was complied with under this number. */
    Optional<Done> latest(String number) {
        return done.stream().filter(one -> names(one.what(), number)).max(Comparator.comparing(Done::on));
    }

    /** Whether the list says that nothing else was complied with. */
    boolean complete() {
        return configuration.entrySet().stream()
                .anyMatch(entry -> bare(entry.getKey()).equals("DONELIST")
                        && entry.getValue().equalsIgnoreCase("complete"));
    }

    /** Whether words name this number, whatever stands between its letters and digits; a longer number is another one. */
    static boolean names(String what, String number) {
        String wanted = bare(number)
                .chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining("[^A-Z0-9]*"));
        return Pattern.compile("(?<!\\d)" + wanted + "(?!-?\\d)")
                .matcher(what.toUpperCase(Locale.ROOT))
                .find();
    }

    static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** A total as a number; absent where it is none, as with a comma that does not part thousands: 27420,5 is not 274205. */
    static Optional<BigDecimal> number(String written) {
        return NUMBER.matcher(written).matches()
                ? Optional.of(new BigDecimal(written.replaceAll("[ ,\\u00A0]", "")))
                : Optional.empty();
    }
}
