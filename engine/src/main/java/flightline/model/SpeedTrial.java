package flightline.model;

import flightline.model.Generation.Usage;
import flightline.model.LanguageModel.Hearer;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** How fast a model reads and writes, measured through the port and therefore with everything that a request costs. */
public final class SpeedTrial {
    private static final int WRITTEN = 64;
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String SCHEMA =
            "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"minItems\": 200, \"maxItems\": 400}";
    private static final List<String> WORDS = List.of(
            "pump",
            "pressure",
            "left",
            "engine",
            "valve",
            "torque",
            "remove",
            "install",
            "check",
            "hydraulic",
            "line",
            "brake",
            "wheel",
            "sensor",
            "light",
            "replaced",
            "leak",
            "filter",
            "oil",
            "fuel",
            "seal",
            "bolt",
            "gear",
            "door",
            "actuator",
            "switch",
            "harness",
            "connector",
            "found",
            "inspect");

    private final LanguageModel model;
    private final LongSupplier nanos;
    private final Random chance;

    /** @param seed of the words that are read */
    public SpeedTrial(LanguageModel model, LongSupplier nanos, long seed) {
        this.model = model;
        this.nanos = nanos;
        this.chance = new Random(seed);
    }

    /**
     * What was measured.
     *
     * @param promptTokens of the prompt that was read
     * @param read tokens of a new prompt read in a second
     * @param written tokens written in a second after the first
     * @param writtenInForm the same while a JSON schema is kept to
     * @param firstNew seconds to the first token after a new prompt
     * @param firstKnown the same after a prompt that differs in its last words only
     */
    public record Speed(
            int promptTokens, double read, double written, double writtenInForm, double firstNew, double firstKnown) {}

    /** @param words of the prompt that is read; some models make more than one token of each */
    public Optional<Speed> measure(int words) {
        run(text(16), new Form.Free(), 4); // The first request of all pays for pages and code that are then there.
        String long1 = text(words);
        Timed fresh = run(long1, new Form.Free(), WRITTEN);
        Timed known = run(long1 + " And the right one?", new Form.Free(), 2);
        Timed formed = run(text(16), new Form.Schema(SCHEMA), WRITTEN);
        if (fresh.usage.written() < 2 || formed.usage.written() < 2) return Optional.empty();
        return Optional.of(new Speed(
                fresh.usage.prompt(),
                fresh.usage.prompt() / fresh.first,
                (fresh.usage.written() - 1) / (fresh.whole - fresh.first),
                (formed.usage.written() - 1) / (formed.whole - formed.first),
                fresh.first,
                known.first));
    }

    /** Seconds to the first piece and to the end. */
    private record Timed(double first, double whole, Usage usage) {}

    private Timed run(String text, Form form, int tokens) {
        long began = nanos.getAsLong();
        long[] first = {0};
        Hearer hearer = piece -> {
            if (first[0] == 0) first[0] = nanos.getAsLong();
        };
        Generation generation = model.generate(
                new Prompt(List.of(new Turn(Role.USER, text)), form, Sampling.greedy(1), tokens, List.of(), LONG),
                hearer);
        long ended = nanos.getAsLong();
        return new Timed(seconds(began, first[0] == 0 ? ended : first[0]), seconds(began, ended), generation.usage());
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++)
            text.append(WORDS.get(chance.nextInt(WORDS.size()))).append(' ');
        return text.toString().strip();
    }
}
