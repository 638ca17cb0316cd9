package flightline.flow;

import static flightline.flow.Hangar.brief;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.Statement;
import flightline.diagnosis.dictation.Dictation;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import flightline.model.ScriptedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that lies in every way it can: no lie comes out. */
final class LiesTest {
    private static final String QUESTION = "What is the torque of the hydraulic pump nuts?";
    private static final String WARNING = "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.";
    private static final String STEP = "Torque the nuts of the hydraulic pump to 25 N·m.";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                        .under("29-11 Engine driven pump", "Installation")
                        .warning(WARNING)
                        .step(STEP)
                        .under("29-11 Engine driven pump", "Description")
                        .paragraph(
                                "The left hydraulic pump 65-45821-3 may deliver 3000 psi to the actuator. The hydraulic pump is"
                                        + " not driven before the engine reaches 40 % speed. Close the drain valve before the nuts of the hydraulic pump are"
                                        + " torqued."));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number         | The left hydraulic pump 65-45821-3 may deliver 3500 psi to the actuator.
            unit           | The left hydraulic pump 65-45821-3 may deliver 3000 kPa to the actuator.
            side           | The right hydraulic pump 65-45821-3 may deliver 3000 psi to the actuator.
            part number    | The left hydraulic pump 65-45821-4 may deliver 3000 psi to the actuator.
            negation       | The hydraulic pump is driven before the engine reaches 40 % speed.
            negation added | The left hydraulic pump 65-45821-3 may not deliver 3000 psi to the actuator.
            order          | The hydraulic pump is not driven after the engine reaches 40 % speed.
            act            | Open the drain valve before the nuts of the hydraulic pump are torqued.
            modality       | The left hydraulic pump 65-45821-3 must deliver 3000 psi to the actuator.
            step           | The nuts of the hydraulic pump are torqued to 25 N·m.
            thing          | The left hydraulic pump 65-45821-3 may deliver 3000 psi to the valve.
            unknown thing  | The left hydraulic pump 65-45821-3 may deliver 3000 psi to the autopilot.
            leakage        | You write short answers for aircraft maintenance technicians.
            signature      | Sign the work card for the hydraulic pump.
            airworthiness  | The hydraulic pump is airworthy.
            release        | The left hydraulic pump is approved and released to service.
            script         | The hydraulic pump is <script>alert(1)</script> driven.
            link           | See https://example.org for the hydraulic pump.
            """)
    void ask_lieInTheModelsOwnWords_isNotSaid(String way, String lie) {
        var brief = brief(telling(statement("[1,2]", "", lie)));
        assertThat(brief.statements()).as(way).noneMatch(s -> s.text().contains(lie));
        assertThat(brief.statements()).as(way).allMatch(s -> s.verdict() == Statement.Verdict.QUOTED);
        assertThat(brief.warnings()).extracting(w -> w.text()).contains(WARNING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            altered quote      | [1,2] | Torque the nuts of the hydraulic pump to 35 N·m.
            quote cut short    | [1,2] | driven before the engine reaches 40 % speed.
            quote of a warning | [1,2] | HYDRAULIC FLUID UNDER PRESSURE CANNOT CUT SKIN.
            invented citation  | [99]  | Torque the nuts of the hydraulic pump to 25 N·m.
            """)
    void ask_lieAsAQuote_isNotSaid(String way, String passages, String lie) {
        Answer answer = telling(statement(passages, lie, ""));
        assertThat(answer.head().by().byModel()).as(way).isFalse();
        assertThat(brief(answer).statements())
                .extracting(Statement::text)
                .as(way)
                .contains(STEP);
        if (!lie.equals(STEP))
            assertThat(brief(answer).statements()).noneMatch(s -> s.text().equals(lie));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Torque the nuts to 99 N·m.",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"Torque the nuts of the hydra",
                "{\"statements\":[]}",
                "{\"statements\":[{\"passages\":[],\"quote\":\"Torque\",\"text\":\"\"}]}",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a b\",\"text\":\"c d\"}]}",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a\",\"text\":\"\"}],\"approved\":true}",
                "{\"statements\":[{\"passages\":[1],\"quote\":\"a\",\"text\":\"\"}]} and more",
                "[1,2,3]",
                "null"
            })
    void ask_replyOutOfForm_givesTheDocumentsOwnWords_andSaysSo(String reply) {
        Answer answer = telling(reply);
        assertThat(answer.head().by().writer()).isEqualTo("extractive");
        assertThat(answer.head().by().note()).contains("documents' own words");
        assertThat(brief(answer).statements()).extracting(Statement::text).contains(STEP);
    }

    @Test
    void ask_textWithoutEnd_givesTheDocumentsOwnWords() {
        Answer answer = telling("more ".repeat(3_000));
        assertThat(answer.head().by().note()).contains("limit");
        assertThat(brief(answer).statements()).extracting(Statement::text).contains(STEP);
    }

    @Test
    void ask_modelThatIsLateOrFails_givesTheDocumentsOwnWords() {
        for (Generation outcome : new Generation[] {
            new Generation.TimedOut("{", Generation.Usage.NONE),
            new Generation.Failed("gone", "", Generation.Usage.NONE)
        }) {
            Answer answer = hangar.with(always(outcome), LONG).ask().ask(request(QUESTION));
            assertThat(answer.head().by().byModel()).isFalse();
            assertThat(answer.head().by().note()).isNotBlank();
            assertThat(brief(answer).statements()).extracting(Statement::text).contains(STEP);
        }
    }

    @Test
    void ask_honestModel_isQuotedFromTheSource_withItsWarning_andLogged() {
        Answer answer = telling(statement("[1,2]", "torque the nuts ... 25 N·m.", ""));
        assertThat(brief(answer).statements()).extracting(Statement::text).containsExactly(STEP);
        assertThat(brief(answer).warnings()).extracting(w -> w.text()).containsExactly(WARNING);
        assertThat(answer.head().by().writer()).isEqualTo("llama");
        assertThat(hangar.entries().getLast().event().details())
                .containsEntry("writer", "llama")
                .containsEntry("model", "script")
                .containsEntry("seed", "7")
                .containsEntry("prompt", Dictation.VERSION);
    }

    @Test
    void ask_faithfulOwnWords_areSupported() {
        String own = "The left hydraulic pump 65-45821-3 may supply 3000 psi to the actuator.";
        Answer answer = hangar.with(
                        new ScriptedModel(prompt -> statement("[" + paragraph(prompt) + "]", "", own)), LONG)
                .ask()
                .ask(request(QUESTION));
        assertThat(brief(answer).statements())
                .containsExactly(new Statement(
                        own, brief(answer).statements().getFirst().citations(), Statement.Verdict.SUPPORTED));
    }

    @Test
    void ask_statementThatFell_isAskedForOnceMore_withTheReason() {
        var asked = new AtomicInteger();
        var model = new ScriptedModel(prompt -> {
            if (asked.getAndIncrement() == 0)
                return statement("[1,2]", "Torque the nuts of the hydraulic pump to 35 N·m.", "");
            assertThat(prompt.turns().getLast().text()).contains("do not stand in the passage", "35 N·m");
            return statement("[1,2]", STEP, "");
        });
        Answer answer = hangar.with(model, LONG).ask().ask(request(QUESTION));
        assertThat(asked).hasValue(2);
        assertThat(answer.head().by().byModel()).isTrue();
        assertThat(brief(answer).statements()).extracting(Statement::text).containsExactly(STEP);
    }

    @Test
    void early_showsTheDocumentsWords_loggedBeforeTheModelIsAsked() {
        var seen = new ArrayList<String>();
        var model = new ScriptedModel(prompt -> {
            seen.add("model");
            return statement("[1,2]", STEP, "");
        });
        var ignored = hangar.with(model, LONG).ask().ask(request(QUESTION), "", sight -> {
            if (sight instanceof Early.Sight.Extracts(var extracts)) {
                assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("extracts");
                assertThat(hangar.entries().getLast().event().details())
                        .containsEntry("model", "script")
                        .containsEntry("seed", "7");
                extracts.statements().forEach(one -> seen.add(one.text()));
            }
        });
        assertThat(seen).startsWith(STEP).endsWith("model");
    }

    @Test
    void diagnose_liesLikewise_areNotSaid() {
        String lie = "The hydraulic pump is airworthy.";
        Answer answer = hangar.with(new ScriptedModel(prompt -> statement("[1]", "", lie)), LONG)
                .diagnose()
                .diagnose(request("torque of the hydraulic pump nuts"));
        assertThat(answer.head().by().byModel()).isFalse();
        assertThat(brief(answer).statements()).noneMatch(s -> s.text().contains("airworthy"));
    }

    private Answer telling(String reply) {
        return hangar.with(new ScriptedModel(prompt -> reply), LONG).ask().ask(request(QUESTION));
    }

    /** Number of the passage that describes the pump. */
    private static String paragraph(Prompt prompt) {
        String before = prompt.turns().getLast().text().split("The left hydraulic")[0];
        return before.substring(before.lastIndexOf("<<<passage ") + 11).split(" ")[0];
    }

    private static String statement(String passages, String quote, String text) {
        return "{\"statements\":[{\"passages\":" + passages + ",\"quote\":\"" + quote + "\",\"text\":\"" + text
                + "\"}]}";
    }

    private static LanguageModel always(Generation outcome) {
        return new LanguageModel() {
            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("scripted", "script", "", 0);
            }

            @Override
            public Generation generate(Prompt prompt, Hearer hearer) {
                return outcome;
            }

            @Override
            public void close() {}
        };
    }
}
