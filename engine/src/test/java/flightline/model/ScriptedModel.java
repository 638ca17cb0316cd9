package flightline.model;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model for tests whose words are written beforehand: a function of the prompt. A token is a word with the white space
 * after it. Everything else is as with the other models, so what is tried with this one holds for them.
 *
 * <p>It writes what it is told, also where a form is asked for: so can a test have it break the form.
 */
public final class ScriptedModel implements LanguageModel {
    private static final int CONTEXT = 16_384;
    private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Function<Prompt, String> script;
    private final AtomicBoolean closed = new AtomicBoolean();

    public ScriptedModel(Function<Prompt, String> script) {
        this.script = script;
    }

    /** One that has much to say about anything, and keeps to the forms that the contract asks for. */
    public static ScriptedModel talkative() {
        return new ScriptedModel(prompt -> switch (prompt.form()) {
            case Prompt.Form.Free ignored -> longText(prompt);
            case Prompt.Form.Grammar ignored -> longText(prompt);
            case Prompt.Form.Schema(var schema) ->
                schema.contains("const")
                        ? schema.substring(
                                schema.indexOf('"', schema.indexOf("const") + 6), schema.lastIndexOf('"') + 1)
                        : "{\"cause\": \"worn seal\", \"side\": \"left\", \"sure\": true, \"steps\": [1, 2]}";
        });
    }

    /** Depends on the prompt and the seed alone, as a real model's does. */
    private static String longText(Prompt prompt) {
        var chance =
                new Random(prompt.turns().hashCode() * 31L + prompt.sampling().seed());
        return IntStream.range(0, 5_000)
                .mapToObj(i -> Integer.toString(chance.nextInt(100_000), 36))
                .collect(Collectors.joining(" "));
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("scripted", "script", "", CONTEXT);
    }

    @Override
    public Generation generate(Prompt prompt, Hearer hearer) {
        var late = new AtomicBoolean();
        Executor afterDeadline =
                CompletableFuture.delayedExecutor(prompt.deadline().toNanos(), TimeUnit.NANOSECONDS);
        var bell = CompletableFuture.runAsync(() -> late.set(true), afterDeadline);
        try {
            return write(prompt, hearer, late);
        } finally {
            bell.cancel(false);
        }
    }

    private Generation write(Prompt prompt, Hearer hearer, AtomicBoolean late) {
        int read = prompt.turns().stream()
                .mapToInt(turn -> words(turn.text()).length)
                .sum();
        if (read > CONTEXT)
            return new Generation.Failed(
                    "the prompt has " + read + " tokens, the context holds " + CONTEXT,
                    "",
                    new Generation.Usage(read, 0, 0));
        var text = new StringBuilder();
        int written = 0;
        for (String word : words(upToStop(script.apply(prompt), prompt))) {
            var usage = new Generation.Usage(read, 0, written);
            if (closed.get() || hearer.enough()) return new Generation.Cancelled(text.toString(), usage);
            if (late.get()) return new Generation.TimedOut(text.toString(), usage);
            if (written == prompt.mostTokens() || read + written == CONTEXT)
                return new Generation.CutOff(text.toString(), usage);
            text.append(word);
            written++;
            if (!word.isEmpty()) hearer.hear(word);
        }
        return new Generation.Finished(text.toString(), new Generation.Usage(read, 0, written));
    }

    private static String upToStop(String answer, Prompt prompt) {
        int end = answer.length();
        for (String stop : prompt.stops()) {
            int at = answer.indexOf(stop);
            if (at >= 0 && at < end) end = at;
        }
        return answer.substring(0, end);
    }

    private static String[] words(String text) {
        return AFTER_SPACE.split(text);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
