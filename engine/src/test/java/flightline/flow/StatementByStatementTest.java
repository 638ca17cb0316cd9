package flightline.flow;

import static flightline.flow.Hangar.brief;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.Statement;
import flightline.diagnosis.VerifiedBrief;
import flightline.flow.Early.Sight;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import flightline.model.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who looks on while a model writes. */
final class StatementByStatementTest {
    private static final String QUESTION = "What is the torque of the hydraulic pump nuts?";
    private static final String WARNING = "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.";
    private static final String STEP = "Torque the nuts of the hydraulic pump to 25 N·m.";
    private static final String SUPPLY = "The left hydraulic pump may deliver 3000 psi to the actuator.";
    private static final String SPEED = "The hydraulic pump is not driven before the engine reaches 40 % speed.";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));
    private final List<String> seen = new ArrayList<>();
    private final List<VerifiedBrief> written = new ArrayList<>();

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                        .under("29-11 Engine driven pump", "Installation")
                        .warning(WARNING)
                        .step(STEP)
                        .under("29-11 Engine driven pump", "Description")
                        .paragraph(SUPPLY)
                        .paragraph(SPEED));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void statement_isSeenWhileTheNextIsStillBeingWritten() {
        Answer answer = ask(spelling(prompt -> reply(quote(prompt, STEP), quote(prompt, SPEED))));
        assertThat(seen).containsSubsequence("extracts", STEP, "…\"" + SPEED + "\"", SPEED, "end");
        assertThat(written.stream().flatMap(brief -> brief.statements().stream()))
                .isEqualTo(brief(answer).statements());
    }

    @Test
    void statement_comesWithItsWarning_andTheNumbersOfTheWholeAnswer() {
        Answer answer = ask(spelling(prompt -> reply(quote(prompt, SPEED), quote(prompt, STEP))));
        assertThat(written.getFirst().warnings()).isEmpty();
        assertThat(written.getLast().warnings()).extracting(w -> w.text()).containsExactly(WARNING);
        for (VerifiedBrief one : written)
            assertThat(brief(answer).findings().citations())
                    .containsAll(one.findings().citations());
    }

    @Test
    void numbers_ofTheExtracts_staySaid() {
        var extracts = new ArrayList<VerifiedBrief>();
        Answer answer = hangar.with(new ScriptedModel(prompt -> reply(quote(prompt, SPEED))), LONG)
                .ask()
                .ask(request(QUESTION), "", sight -> {
                    if (sight instanceof Sight.Extracts(var brief)) extracts.add(brief);
                });
        for (var numbered : brief(answer).findings().citations())
            for (var before : extracts.getFirst().findings().citations())
                assertThat(numbered.id().equals(before.id()))
                        .isEqualTo(numbered.citation().equals(before.citation()));
        Answer alone = hangar.ask().ask(request(QUESTION));
        assertThat(brief(alone).findings().citations())
                .as("the same whether or not anybody looks on")
                .isEqualTo(brief(answer).findings().citations());
    }

    @Test
    void lie_isNeverSeen_notEvenForAMoment() {
        String lie = SPEED.replace("40", "45");
        Answer answer = ask(spelling(prompt -> reply(quote(prompt, STEP), quote(prompt, SPEED, lie))));
        assertThat(seen).contains(STEP).doesNotContain(lie);
        assertThat(brief(answer).statements()).extracting(Statement::text).containsExactly(STEP);
    }

    @Test
    void rewrittenStatement_isSeenLast() {
        var asked = new AtomicInteger();
        Answer answer = ask(spelling(prompt -> asked.getAndIncrement() == 0
                ? reply(quote(prompt, SPEED, SPEED.replace("40", "45")), quote(prompt, STEP))
                : reply(quote(prompt, SPEED))));
        assertThat(written)
                .extracting(brief -> brief.statements().getFirst().text())
                .containsExactly(STEP, SPEED);
        assertThat(brief(answer).statements()).extracting(Statement::text).containsExactly(STEP, SPEED);
    }

    @Test
    void replyThatBreaksOff_leavesTheExtractsAsTheAnswer_andSaysSo() {
        Answer answer = ask(spelling(prompt -> reply(quote(prompt, STEP), quote(prompt, SPEED)) + " and more"));
        assertThat(seen).contains(STEP);
        assertThat(answer.head().by().byModel()).isFalse();
        assertThat(answer.head().by().note()).contains("documents' own words");
        assertThat(brief(answer).statements()).allMatch(one -> one.verdict() == Statement.Verdict.QUOTED);
    }

    @Test
    void firstSight_isAfterTheLogKnows_andWithoutAModelThereIsNone() {
        var ignored = ask(new ScriptedModel(prompt -> {
            assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("extracts");
            return reply(quote(prompt, STEP));
        }));
        assertThat(hangar.entries())
                .extracting(entry -> entry.event().outcome())
                .endsWith("extracts", "brief");
        try (var quiet = new Hangar(folder.resolve("quiet"))) {
            quiet.shelve(new Paper("AMM-29", "29-11 Pump")
                    .under("29-11 Pump", "Installation")
                    .step(STEP));
            Answer answer = quiet.ask().ask(request(QUESTION), "", sight -> {
                throw new AssertionError("nobody writes, and something is seen: " + sight);
            });
            assertThat(answer).isInstanceOf(Answer.Brief.class);
            assertThat(quiet.entries()).hasSize(1);
        }
    }

    @Test
    void diagnosis_isSeenLikewise() {
        hangar.with(spelling(prompt -> reply(quote(prompt, STEP), quote(prompt, SPEED))), LONG);
        Answer answer = hangar.diagnose().diagnose(request("hydraulic pump nuts torque, pump not driven"), this::see);
        assertThat(seen).containsSubsequence("extracts", STEP, "…\"" + SPEED + "\"", SPEED, "end");
        assertThat(brief(answer).statements()).extracting(Statement::text).contains(STEP, SPEED);
        assertThat(hangar.entries())
                .extracting(entry -> entry.event().outcome())
                .endsWith("extracts", "brief");
    }

    private Answer ask(LanguageModel model) {
        return hangar.with(model, LONG).ask().ask(request(QUESTION), "", this::see);
    }

    private void see(Sight sight) {
        switch (sight) {
            case Sight.Extracts extracts -> seen.add("extracts");
            case Sight.Written(var brief) -> {
                written.add(brief);
                brief.statements().forEach(one -> seen.add(one.text()));
            }
        }
    }

    /** A model that notes each quotation that it is about to write. */
    private LanguageModel spelling(Function<Prompt, String> script) {
        return new LanguageModel() {
            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("scripted", "script", "", 0);
            }

            @Override
            public Generation generate(Prompt prompt, Hearer hearer) {
                String text = script.apply(prompt);
                for (String piece : text.split("(?=\"quote\")")) {
                    if (piece.startsWith("\"quote\":")) seen.add("…" + piece.substring(8, piece.indexOf(",\"text\"")));
                    for (int i = 0; i < piece.length(); i++) hearer.hear(piece.substring(i, i + 1));
                }
                seen.add("end");
                return new Generation.Finished(text, Generation.Usage.NONE);
            }

            @Override
            public void close() {}
        };
    }

    private static String reply(String... statements) {
        return "{\"statements\":[" + String.join(",", statements) + "]}";
    }

    private static String quote(Prompt prompt, String text) {
        return quote(prompt, text, text);
    }

    /** A quotation of the passage that holds {@code source}, whatever it says. */
    private static String quote(Prompt prompt, String source, String text) {
        String before = prompt.turns().getLast().text().split(java.util.regex.Pattern.quote(source))[0];
        String number = before.substring(before.lastIndexOf("<<<passage ") + 11).split(" ")[0];
        return "{\"passages\":[" + number + "],\"quote\":\"" + text + "\",\"text\":\"\"}";
    }
}
