package flightline.eval.llama;

import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.time.Duration;
import java.util.List;

/**
 * One request and when its tokens came.
 *
 * @param first seconds to the first token
 * @param rest seconds from the first to the last
 */
record Stopwatch(double first, double rest, Generation.Usage usage) {
    static Stopwatch ask(LanguageModel model, String text, Form form, int tokens) {
        var prompt = new Prompt(
                List.of(new Turn(Role.USER, text)),
                form,
                Sampling.greedy(1),
                tokens,
                List.of(),
                Duration.ofMinutes(10));
        long began = System.nanoTime();
        var times = new long[] {0};
        Generation generation = model.generate(prompt, piece -> {
            if (times[0] == 0) times[0] = System.nanoTime();
        });
        long ended = System.nanoTime();
        if (generation instanceof Generation.Failed failed) throw new IllegalStateException(failed.why());
        long came = times[0] == 0 ? ended : times[0];
        return new Stopwatch((came - began) / 1e9, (ended - came) / 1e9, generation.usage());
    }

    double readingRate() {
        return (usage.prompt() - usage.cached()) / first;
    }

    double writingRate() {
        return (usage.written() - 1) / rest;
    }
}
