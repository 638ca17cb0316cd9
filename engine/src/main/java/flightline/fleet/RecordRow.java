package flightline.fleet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is counted: codes and names folded, numbers read from the further fields of its source. Absent is null.
 *
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
                removed,
                planned,
                source,
                marking,
                true);
    }
}
