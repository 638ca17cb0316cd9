package flightline.model;

import java.time.Duration;
import java.util.List;

/**
 * What a model is asked for.
 *
 * @param turns of the conversation, oldest first; the last is the user's. Never empty
 * @param form what the text must look like
 * @param sampling how the next token is chosen
 * @param mostTokens of the text to be written, at least 1
 * @param stops texts at which writing ends; they are no part of the text
 * @param deadline from the call on, waiting included
 */
public record Prompt(
        List<Turn> turns, Form form, Sampling sampling, int mostTokens, List<String> stops, Duration deadline) {
    public Prompt {
        turns = List.copyOf(turns);
        stops = List.copyOf(stops);
        if (turns.isEmpty()) throw new IllegalArgumentException("a prompt needs at least one turn");
        if (mostTokens < 1) throw new IllegalArgumentException("mostTokens must be at least 1, got " + mostTokens);
        if (stops.stream().anyMatch(String::isEmpty))
            throw new IllegalArgumentException("a stop must not be the empty text");
        if (deadline.isNegative() || deadline.isZero())
            throw new IllegalArgumentException("deadline must be positive, got " + deadline);
    }

    /** One turn of the conversation. */
    public record Turn(Role role, String text) {}

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** What the text must look like. */
    public sealed interface Form {
        /** Any text. */
        record Free() implements Form {}

        /** One JSON document that fits this JSON Schema; every runtime keeps to it while it writes. */
        record Schema(String schema) implements Form {}

        /** Text of this grammar in llama.cpp's GBNF, from its rule {@code root}; not every server knows it. */
        record Grammar(String gbnf) implements Form {}
    }

    /**
     * How the next token is chosen.
     *
     * @param temperature 0 for always the likeliest
     * @param topP share of probability among which to choose, above 0 and at most 1
     * @param seed of the choice; always given, so that an answer can be had again
     */
    public record Sampling(double temperature, double topP, long seed) {
        public Sampling {
            if (!(temperature >= 0 && temperature <= 2))
                throw new IllegalArgumentException("temperature must be 0..2, got " + temperature);
            if (!(topP > 0 && topP <= 1))
                throw new IllegalArgumentException("topP must be above 0 and at most 1, got " + topP);
        }

        /** The likeliest token each time. */
        public static Sampling greedy(long seed) {
            return new Sampling(0, 1, seed);
        }
    }
}
