package flightline.app.observe;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that looks on while it serves.
 *
 * @param traces absent where no collector is named
 * @param lines is handed a line for each request; absent where none are wanted
 */
public record Watchtower(Gauges gauges, Optional<Traces> traces, Optional<Consumer<String>> lines)
        implements AutoCloseable {
    /** One that only counts. */
    public static Watchtower counting() {
        return new Watchtower(new Gauges(), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        traces.ifPresent(Traces::close);
        gauges.close();
    }
}
