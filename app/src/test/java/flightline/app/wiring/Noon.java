package flightline.app.wiring;

import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What comes from outside where a test says nothing else: it is noon of 2026-07-01, vectors are made by hashing, no model writes. */
public final class Noon {
    public static final Instant INSTANT = Instant.parse("2026-07-01T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(INSTANT, ZoneOffset.UTC);

    private Noon() {}

    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    /** All in one data folder. */
    public static Settings over(Path data) {
        return over(data, LlamaSettings.STANDARD);
    }

    public static Settings over(Path data, LlamaSettings llama) {
        return over(data, new HashingEmbedder(), llama);
    }

    public static Settings over(Path data, Embedder embedder, LlamaSettings llama) {
        return new Settings(
                data,
                CLOCK,
                today(),
                System::nanoTime,
                2,
                Optional.of(embedder),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                llama);
    }
}
