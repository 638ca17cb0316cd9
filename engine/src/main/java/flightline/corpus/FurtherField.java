package flightline.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a further field of a record's source may say, by the names that logs have for it, the likeliest first. */
public enum FurtherField {
    STATION("station base location airport site"),
    HOURS("flighthours hours fh totaltime ttsn tsn aircrafthours airframehours"),
    CYCLES("cycles landings fc totalcycles csn"),
    DELAY("delay delayminutes delaymin delaymins minutesdelay"),
    DEFERRED("deferred deferral isdeferred deferredyn putoff meldeferred"),
    CLOSED("closeddate dateclosed closedon closingdate closed closedyn isclosed");

    /** Of a field that is answered with yes or no; lower case. */
    public static final List<String> YES = List.of("y", "yes", "true", "1", "x");

    public static final List<String> NO = List.of("n", "no", "false", "0");

    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,7}(?:[.,]\\d{1,6})?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?");
    /** One comma that cannot part thousands. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d{1,2}|\\d+,\\d{4,6}");
    /** Hours and minutes, as logs of flying time are kept. */
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]\\d)");
    /** A unit written behind the number: of minutes, of hours, or one that says nothing new. */
    private static final Pattern UNIT = Pattern.compile(
            "(?i)\\s*(?:(?<minutes>minutes|mins?)|(?<hours>flight hours|hours|hrs?|fh|h)|cycles|cyc|fc|landings)\\.?$");

    private static final double MOST = 1e6;

    /** Parted by blanks. */
    private final String names;

    FurtherField(String names) {
        this.names = names;
    }

    /**
     * What a column's name means.
     *
     * @param field absent where it means none of them
     * @param rank of the name among those of the field, the likeliest 0
     */
    public record Meaning(@Nullable FurtherField field, int rank) {}

    public static Meaning of(String column) {
        String bare = column.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        for (FurtherField field : values()) {
            int rank = List.of(field.names.split(" ", -1)).indexOf(bare);
            if (rank >= 0) return new Meaning(field, rank);
        }
        return new Meaning(null, 0);
    }

    /**
     * Of hours, cycles, minutes: what is below zero or beyond a million is none. {@code 1234:30} is hours and minutes; a unit behind the
     * number counts where it is another than the field's.
     */
    public @Nullable Double number(String said) {
        if (said.isEmpty()) return null;
        Matcher clock = CLOCK.matcher(said);
        if (clock.matches())
            return scaled(Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2)) / 60.0, true, false);
        if (Character.isDigit(said.charAt(said.length() - 1))) return plain(said);
        Matcher unit = UNIT.matcher(said);
        if (!unit.find()) return null;
        Double plain = plain(said.substring(0, unit.start()));
        return plain == null ? null : scaled(plain, unit.group("hours") != null, unit.group("minutes") != null);
    }

    /** Null where it is neither. */
    public static @Nullable Boolean truth(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Boolean.TRUE : NO.contains(lower) ? Boolean.FALSE : null;
    }

    private @Nullable Double scaled(double value, boolean hours, boolean minutes) {
        return switch (this) {
            case HOURS -> minutes ? value / 60 : value;
            case DELAY -> hours ? value * 60 : value;
            case CYCLES -> hours || minutes ? null : value;
            case STATION, DEFERRED, CLOSED -> null;
        };
    }

    private static @Nullable Double plain(String text) {
        if (!NUMBER.matcher(text).matches()) return null;
        String plain = DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text.replace(",", "");
        double value = plain.length() < 15 ? Double.parseDouble(plain) : new BigDecimal(plain).doubleValue();
        return value > MOST ? null : value;
    }
}
