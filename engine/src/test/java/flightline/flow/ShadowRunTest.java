package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.ModelBook;
import flightline.archive.ModelBook.Entry;
import flightline.archive.ShadowBook;
import flightline.archive.ShadowBook.Shadow;
import flightline.archive.TrialBook;
import flightline.flow.Aside.Posed;
import flightline.flow.ModelFlow.Addition;
import flightline.flow.ModelFlow.Licence;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelFile;
import flightline.model.Prompt;
import flightline.model.ScriptedModel;
import flightline.policy.Principal;
import flightline.state.FileCabinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShadowRunTest {
    private static final Principal ADMINISTRATOR = Principal.localUser();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T08:00:00Z"));
    private static final Request TORQUE = Hangar.request("What is the torque of the axle nut?");

    @TempDir
    private Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));
    private ShadowBook book = new ShadowBook(new FileCabinet(Path.of("target", "unused")));
    private long nanos;
    private int closed;

    @BeforeEach
    void open() {
        hangar = new Hangar(folder).shelve(new Paper("AMM-32", "Wheels").step("Torque the axle nut to 40 N·m."));
        book = new ShadowBook(new FileCabinet(folder));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void sameAnswer_isCountedAsAlike_andAnotherOutcomeAsOther() {
        Answer served = hangar.ask().ask(TORQUE);
        Answer nothing = hangar.ask().ask(Hangar.request("Who won the election?"));
        book.begin(shadow());
        var run = run(posed -> nothing);
        ended(run, nothing);
        run.next();
        ended(run, served);
        run.next();
        assertThat(counts()).containsEntry(ShadowRun.ALIKE, 1L).containsEntry(ShadowRun.OTHER_OUTCOME, 1L);
    }

    @Test
    void withoutARun_nothingIsKeptAndNothingAsked() {
        var run = run(posed -> {
            throw new AssertionError("asked");
        });
        ended(run, hangar.ask().ask(TORQUE));
        run.next();
        assertThat(book.read()).isEmpty();
    }

    @Test
    void fullQueue_dropsAndCounts() {
        Answer served = hangar.ask().ask(TORQUE);
        book.begin(shadow());
        var run = run(posed -> served);
        for (int i = 0; i < 20; i++) ended(run, served);
        run.next();
        assertThat(counts()).containsEntry(ShadowRun.DROPPED, 12L);
    }

    @Test
    void candidateThatFails_isCounted_andHarmsNobody() {
        Answer served = hangar.ask().ask(TORQUE);
        book.begin(shadow());
        var run = run(posed -> {
            throw new IllegalStateException("the file is missing");
        });
        ended(run, served);
        run.next();
        assertThat(counts()).containsEntry(ShadowRun.FAILED, 1L);
    }

    @Test
    void stopped_isLeft_andItsModelClosed() {
        Answer served = hangar.ask().ask(TORQUE);
        book.begin(shadow());
        var run = run(posed -> served);
        ended(run, served);
        run.next();
        book.change(one -> one.endedAt("2026-07-02T08:00:00Z"));
        nanos += Duration.ofSeconds(10).toNanos();
        run.look();
        ended(run, served);
        run.next();
        assertThat(closed).isEqualTo(1);
        assertThat(counts()).containsEntry(ShadowRun.NOT_WRITTEN, 1L);
    }

    @Test
    void bookThatCannotBeReadForAWhile_isReadAgainLater() throws Exception {
        Answer served = hangar.ask().ask(TORQUE);
        book.begin(shadow());
        Path file = folder.resolve("models/shadow.json");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "{");
        var looks = new CountDownLatch(4);
        var answered = new CountDownLatch(1);
        var time = new AtomicLong();
        try (var run = new ShadowRun(
                book,
                shadow -> {
                    answered.countDown();
                    throw new IllegalStateException("enough");
                },
                () -> {
                    looks.countDown();
                    return time.addAndGet(Duration.ofSeconds(6).toNanos());
                })) {
            run.begin();
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
            Files.write(file, whole);
            for (int i = 0; i < 200 && answered.getCount() > 0; i++) {
                ended(run, served);
                answered.await(100, TimeUnit.MILLISECONDS);
            }
            assertThat(answered.getCount()).isZero();
        }
    }

    @Test
    void modelOfACandidate_stopsAtItsNextWord_whenSomebodyAsks() {
        var run = run(posed -> hangar.ask().ask(TORQUE));
        LanguageModel model = run.yielding(ScriptedModel.talkative());
        assertThat(model.generate(prompt(), LanguageModel.Hearer.none())).isNotInstanceOf(Generation.Cancelled.class);
        run.begun();
        assertThat(model.generate(prompt(), LanguageModel.Hearer.none())).isInstanceOf(Generation.Cancelled.class);
    }

    @Test
    void answersAreTold_andWhatTheCandidateSaysIsInTheLogAsAShadow() {
        var aside = new Running(() -> 0, new Turns(1, 1, Duration.ofSeconds(1)), Witness.NOBODY)
                .beside("shadow small", new Turns(1, 1, Duration.ofSeconds(1)));
        assertThat(aside.logged(Map.of())).containsEntry("for", "shadow small");
    }

    @Test
    void startAndStop_areLogged_andOnlyOneRunsAtATime() throws IOException {
        Path file = Files.writeString(folder.resolve("small.gguf"), "weights");
        var models = new ModelFlow(
                new ModelBook(new FileCabinet(folder), folder),
                new TrialBook(new FileCabinet(folder)),
                path -> new ModelFile.Sound("Small", "llama", "Q4_0", 4096, "small-licence"),
                hangar.audit,
                Hangar.RULES.access(),
                CLOCK,
                ModelSeals.NONE,
                "");
        models.add(
                new Addition(file, "small", new Licence("", ""), true, Optional.empty(), "file"),
                ADMINISTRATOR,
                Progress.SILENT);
        var flow = new ShadowFlow(book, models, hangar.audit, CLOCK);
        assertThat(flow.stop(ADMINISTRATOR)).isInstanceOf(ShadowFlow.Outcome.NotPossible.class);
        assertThat(flow.start("none", ADMINISTRATOR, Progress.SILENT))
                .isInstanceOf(ShadowFlow.Outcome.NotPossible.class);
        assertThat(flow.start("small", ADMINISTRATOR, Progress.SILENT)).isInstanceOf(ShadowFlow.Outcome.Stands.class);
        assertThat(flow.start("small", ADMINISTRATOR, Progress.SILENT))
                .isInstanceOf(ShadowFlow.Outcome.NotPossible.class);
        assertThat(flow.stop(ADMINISTRATOR)).isInstanceOf(ShadowFlow.Outcome.Stands.class);
        assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("shadow stopped");
        assertThat(models.held().models()).extracting(Entry::name).containsExactly("small");
    }

    private static Prompt prompt() {
        return new Prompt(
                List.of(new Prompt.Turn(Prompt.Role.USER, "Say something.")),
                new Prompt.Form.Free(),
                Prompt.Sampling.greedy(7),
                40,
                List.of(),
                Duration.ofMinutes(5));
    }

    private ShadowRun run(java.util.function.Function<Posed, Answer> answers) {
        var run = new ShadowRun(
                book,
                shadow -> new ShadowRun.Candidate() {
                    @Override
                    public Answer answer(Posed posed) {
                        return answers.apply(posed);
                    }

                    @Override
                    public void close() {
                        closed++;
                    }
                },
                () -> nanos);
        run.look();
        return run;
    }

    private static void ended(ShadowRun run, Answer answer) {
        run.begun();
        run.ended(new Posed("ask", TORQUE, ""), Optional.of(answer));
    }

    private static Shadow shadow() {
        return new Shadow("small", "00", "a", "2026-07-01T08:00:00Z", "", Map.of());
    }

    private Map<String, Long> counts() {
        return book.read().orElseThrow().counts();
    }
}
