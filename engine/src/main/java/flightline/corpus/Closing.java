package flightline.corpus;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the record of an item says of its being closed. Whatever is said and is no day closes it on a day that is not known. */
public sealed interface Closing {
    /** Nothing; where others of the same file say something, the item is open. */
    record NotSaid() implements Closing {}

    /** That it is not closed. */
    record StillOpen() implements Closing {}

    record OnDay(LocalDate day) implements Closing {}

    /** Closed, on a day that cannot be read. */
    record Undated(String said) implements Closing {}

    /** A whole ISO day, with or without a time behind it. */
    int DAY = 10;

    /** Marks and noughts alone are how a database writes that there is no day: {@code --}, {@code 00/00/0000}. */
    Pattern NOTHING = Pattern.compile("[^\\p{L}1-9]*");

    Set<String> OPEN = Set.of("open", "pending", "not closed", "none", "nil", "n/a", "na", "tbd", "tba", "null");

    /** @param said the value of {@link FurtherField#CLOSED}, empty where there is none */
    static Closing of(String said) {
        if (said.isEmpty()) return new NotSaid();
        if (said.length() >= DAY)
            try {
                return new OnDay(LocalDate.parse(said.substring(0, DAY)));
            } catch (DateTimeParseException other) {
                // Another form: below.
            }
        String lower = said.toLowerCase(Locale.ROOT);
        boolean open = FurtherField.NO.contains(lower)
                || OPEN.contains(lower)
                || NOTHING.matcher(said).matches();
        return open ? new StillOpen() : new Undated(said);
    }

    /** Whether the record tells of it at all. */
    default boolean told() {
        return !(this instanceof NotSaid);
    }

    /** Whether it is open on a day, where its file tells what is closed. */
    default boolean openOn(LocalDate on) {
        return switch (this) {
            case NotSaid none -> true;
            case StillOpen open -> true;
            case OnDay(var day) -> day.isAfter(on);
            case Undated(var said) -> false;
        };
    }
}
