package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.RequestJson;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the verbs that put a request. */
final class RequestOptions {
    @Option(names = "--aircraft", paramLabel = "REG", description = "Registration or tail number.")
    private @Nullable String aircraft;

    @Option(names = "--model", paramLabel = "M", description = "Aircraft model.")
    private @Nullable String model;

    @Option(names = "--serial", paramLabel = "S", description = "Manufacturer's serial number.")
    private @Nullable String serial;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Day on which documents must be in force, 2026-03-01 (default: today).")
    private @Nullable String on;

    @Option(names = "--top", paramLabel = "N", description = "How many are wanted, 1 to 100.")
    private @Nullable Integer top;

    Request request(String text, int defaultTop, LocalDate today, Principal asker) {
        int wanted = top == null ? defaultTop : top;
        if (wanted < 1 || wanted > 100) throw new BadRequest("--top must be 1..100, got " + wanted);
        return new Request(
                "1",
                text,
                given(aircraft),
                given(model),
                given(serial),
                on == null ? today : RequestJson.date(on),
                wanted,
                Set.of(),
                asker);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }
}
