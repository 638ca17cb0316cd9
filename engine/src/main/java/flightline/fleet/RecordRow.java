package flightline.fleet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is counted: codes and names folded, numbers read from the further fields of its source. Absent is null.
 *
 * @param closed the day; null where none is told that can be read
 * @param isClosed whether it is said to be closed at all; null where that is not told
 * @param source name of the file it came in
 * @param twin whether another of its file has the same aircraft, day, complaint and marking
 */
public record RecordRow(
        String id,
        @Nullable LocalDate day,
        @Nullable String tail,
        @Nullable String model,
        @Nullable String serial,
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
        @Nullable Boolean isClosed,
        boolean removed,
        boolean planned,
        String source,
        String marking,
        boolean twin) {
    /** The same, known to be written up another time. */
    RecordRow asTwin() {
        return new RecordRow(
                id,
                day,
                tail,
                model,
                serial,
                station,
                chapter,
                system,
                part,
                partNumber,
                condition,
                complaint,
                action,
                hours,
                cycles,
                delay,
                deferred,
                closed,
                isClosed,
                removed,
                planned,
                source,
                marking,
                true);
    }
}
