package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LanguageModel} promises; each implementation's test extends this. The model tried must, asked for free
 * text, write some hundred tokens before it ends by itself.
 */
public abstract class LanguageModelContract {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SIGNS = "Öl 5 µm ✈ 🛩 超音速";

    private LanguageModel model = new ScriptedModel(prompt -> "");

    /** A model of its own for every test, which closes it. */
    protected abstract LanguageModel open();

    @BeforeEach
    void openModel() {
        model = open();
    }

    @AfterEach
    void closeModel() {
        model.close();
    }

    /** A prompt with one turn, as most tests need it. */
    protected static Prompt asked(String text) {
        return new Prompt(List.of(new Turn(Role.USER, text)), new Form.Free(), Sampling.greedy(7), 40, List.of(), LONG);
    }

    protected static Prompt limited(Prompt prompt, int mostTokens) {
        return new Prompt(
                prompt.turns(), prompt.form(), prompt.sampling(), mostTokens, prompt.stops(), prompt.deadline());
    }

    protected static Prompt stopped(Prompt prompt, String... stops) {
        return new Prompt(
                prompt.turns(),
                prompt.form(),
                prompt.sampling(),
                prompt.mostTokens(),
                List.of(stops),
                prompt.deadline());
    }

    protected static Prompt formed(Prompt prompt, Form form) {
        return new Prompt(
                prompt.turns(), form, prompt.sampling(), prompt.mostTokens(), prompt.stops(), prompt.deadline());
    }

    protected static Prompt sampled(Prompt prompt, Sampling sampling) {
        return new Prompt(
                prompt.turns(), prompt.form(), sampling, prompt.mostTokens(), prompt.stops(), prompt.deadline());
    }

    protected static Prompt until(Prompt prompt, Duration deadline) {
        return new Prompt(
                prompt.turns(), prompt.form(), prompt.sampling(), prompt.mostTokens(), prompt.stops(), deadline);
    }

    @Test
    void identity_namesTheRuntime() {
        assertThat(model.identity().runtime()).isIn("in-process", "served", "scripted");
        assertThat(model.identity().name()).isNotBlank();
    }

    @Test
    void sameSeed_sameText() {
        Prompt prompt = sampled(asked("left main gear does not retract"), new Sampling(0.9, 0.95, 42));
        var first = model.generate(prompt, LanguageModel.Hearer.none());
        model.generate(asked("something else in between"), LanguageModel.Hearer.none());
        var again = model.generate(prompt, LanguageModel.Hearer.none());
        assertThat(first.text()).isNotBlank().isEqualTo(again.text());
    }

    @Test
    void greedy_sameText() {
        Prompt prompt = asked("hydraulic pump, low pressure");
        assertThat(model.generate(prompt, LanguageModel.Hearer.none()).text())
                .isEqualTo(model.generate(prompt, LanguageModel.Hearer.none()).text());
    }

    @Test
    void pieces_areTogetherTheText() {
        var heard = new Notes(Integer.MAX_VALUE);
        var generation = model.generate(asked("oil temperature high"), heard);
        assertThat(heard.text()).isEqualTo(generation.text()).isNotEmpty();
    }

    @Test
    void tokenLimit_isObeyedAndSaid() {
        var generation = model.generate(limited(asked("why did it trip?"), 9), LanguageModel.Hearer.none());
        assertThat(generation).isInstanceOf(Generation.CutOff.class);
        assertThat(generation.usage().written()).isEqualTo(9);
        assertThat(generation.usage().prompt()).isPositive();
    }

    @Test
    void stop_endsTheTextBeforeIt() {
        Prompt prompt = asked("no start on engine 1");
        String whole = model.generate(prompt, LanguageModel.Hearer.none()).text();
        // Long enough to lie across two tokens, wherever the model's tokens end.
        String stop = whole.substring(whole.length() / 2, whole.length() / 2 + 6);
        var heard = new Notes(Integer.MAX_VALUE);
        var generation = model.generate(stopped(prompt, "never in the text \u0001", stop), heard);
        assertThat(generation).isInstanceOf(Generation.Finished.class);
        assertThat(generation.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
        assertThat(heard.text()).isEqualTo(generation.text());
    }

    @Test
    void stopThatNeverComes_takesNothingAway() {
        Prompt prompt = asked("cabin altitude warning");
        String whole = model.generate(prompt, LanguageModel.Hearer.none()).text();
        String nearly = whole.substring(whole.length() - 4) + "\u0001";
        assertThat(model.generate(stopped(prompt, nearly), LanguageModel.Hearer.none())
                        .text())
                .isEqualTo(whole);
    }

    @Test
    void enough_endsTheText() {
        var heard = new Notes(3);
        var generation = model.generate(limited(asked("tell me everything"), 300), heard);
        assertThat(generation).isInstanceOf(Generation.Cancelled.class);
        assertThat(generation.text()).isEqualTo(heard.text());
        assertThat(heard.pieces).hasSize(3);
    }

    @Test
    void enoughFromTheStart_writesNothing() {
        var generation = model.generate(asked("tell me nothing"), new Notes(0));
        assertThat(generation).isInstanceOf(Generation.Cancelled.class);
        assertThat(generation.text()).isEmpty();
    }

    @Test
    void deadline_endsTheText() {
        Prompt prompt = until(limited(asked("tell me slowly"), 300), Duration.ofMillis(80));
        var generation = model.generate(prompt, new SlowNotes(Duration.ofMillis(100)));
        assertThat(generation).isInstanceOf(Generation.TimedOut.class);
    }

    @Test
    void schema_isKept() throws JsonProcessingException {
        String schema = """
                {"type": "object",
                 "properties": {
                   "cause": {"type": "string", "maxLength": 24},
                   "side": {"type": "string", "enum": ["left", "right"]},
                   "sure": {"type": "boolean"},
                   "steps": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}},
                 "required": ["cause", "side", "sure", "steps"],
                 "additionalProperties": false}""";
        for (long seed = 1; seed <= 5; seed++) {
            Prompt prompt = sampled(
                    limited(formed(asked("pump fault " + seed), new Form.Schema(schema)), 400),
                    new Sampling(0.8, 0.95, seed));
            var generation = model.generate(prompt, LanguageModel.Hearer.none());
            assertThat(generation).isInstanceOf(Generation.Finished.class);
            JsonNode answer = new ObjectMapper().readTree(generation.text());
            assertThat(answer.path("cause").isTextual()).isTrue();
            String cause = answer.path("cause").textValue();
            assertThat(cause.codePointCount(0, cause.length())).isLessThanOrEqualTo(24);
            assertThat(answer.path("side").textValue()).isIn("left", "right");
            assertThat(answer.path("sure").isBoolean()).isTrue();
            assertThat(answer.path("steps").size()).isBetween(1, 3);
            assertThat(answer.size()).isEqualTo(4);
        }
    }

    @Test
    void characters_areHeardWhole() throws JsonProcessingException {
        var heard = new Notes(Integer.MAX_VALUE);
        Prompt prompt = limited(formed(asked("signs"), new Form.Schema("{\"const\": \"" + SIGNS + "\"}")), 200);
        var generation = model.generate(prompt, heard);
        assertThat(new ObjectMapper().readTree(generation.text()).textValue()).isEqualTo(SIGNS);
        assertThat(heard.text()).isEqualTo(generation.text());
        for (String piece : heard.pieces) {
            assertThat(piece).isNotEmpty().doesNotContain("\uFFFD");
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                    .isFalse();
        }
    }

    @Test
    void fiftyAtOnce_eachGetsItsOwnAnswer() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Generation>>();
            for (int i = 0; i < 50; i++) {
                Prompt prompt = formed(asked("fault number " + i), new Form.Schema("{\"const\": \"fault " + i + "\"}"));
                answers.add(threads.submit(() -> model.generate(prompt, LanguageModel.Hearer.none())));
            }
            for (int i = 0; i < 50; i++) assertThat(answers.get(i).get().text()).isEqualTo("\"fault " + i + "\"");
        }
    }

    @Test
    void close_endsWhatIsBeingWritten() throws InterruptedException, ExecutionException {
        var first = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> model.generate(limited(asked("on and on"), 300), piece -> {
                first.countDown();
                await(closed);
            }));
            first.await();
            model.close();
            closed.countDown();
            assertThat(answer.get()).isInstanceOf(Generation.Cancelled.class);
        }
    }

    @Test
    void closedModel_cancelsWhatItIsAsked() {
        model.close();
        model.close();
        assertThat(model.generate(asked("anyone there?"), LanguageModel.Hearer.none()))
                .isInstanceOf(Generation.Cancelled.class);
    }

    @Test
    void promptLongerThanTheContext_fails() {
        int context = model.identity().contextTokens();
        if (context == 0) return;
        var generation = model.generate(asked("gear door ".repeat(context)), LanguageModel.Hearer.none());
        assertThat(generation).isInstanceOf(Generation.Failed.class);
        assertThat(((Generation.Failed) generation).why()).contains(Integer.toString(context));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes down what it hears, until it has heard enough pieces. */
    protected static class Notes implements LanguageModel.Hearer {
        protected final List<String> pieces = new ArrayList<>();
        private final int enough;

        protected Notes(int enough) {
            this.enough = enough;
        }

        @Override
        public void hear(String piece) {
            pieces.add(piece);
        }

        @Override
        public boolean enough() {
            return pieces.size() >= enough;
        }

        protected String text() {
            return String.join("", pieces);
        }
    }

    /** Takes its time over each piece. */
    private static final class SlowNotes implements LanguageModel.Hearer {
        private final Duration each;

        SlowNotes(Duration each) {
            this.each = each;
        }

        @Override
        public void hear(String piece) {
            try {
                Thread.sleep(each);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
