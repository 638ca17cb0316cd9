package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder that is named and does not exist: a name that is misspelt, or a disk that is not mounted. */
final class MissingFolderTest {
    private static final String QUESTION = "What is the torque of the axle nut?";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit verify",
                "audit show",
                "library",
                "library remove X",
                "library export out",
                "library approve X --reason r",
                "model",
                "model list",
                "model verify",
                "model learn",
                "model promote X",
                "model rollback",
                "model bench",
                "policy show",
                "policy explain X",
                "policy replay",
                "policy rollback",
                "generate query how many defects",
                "people",
                "people remove X",
                "key",
                "key finish --key-file k",
                "eval feedback"
            })
    void named_isRefused_andNothingIsMade(String words) {
        Path missing = temp.resolve("mispelt");
        Said said = new Terminal(missing, new HashingEmbedder()).run(words.split(" "));
        assertThat(said.err())
                .contains("the data folder " + missing + " does not exist; nothing was made there. Name the right one");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(missing).doesNotExist();
    }

    /** What is asked is judged and logged wherever it is asked; that the place was missing is said beside the answer. */
    @ParameterizedTest
    @CsvSource({
        "search, torque, 0",
        "ask, what is the torque of the axle nut?, 4",
        "ask, how do I build a bomb that brings an aircraft down?, 3",
        "diagnose, left brake drags, 4"
    })
    void named_whereSomethingIsAsked_isMade_andSaid(String verb, String words, int code) {
        Path missing = temp.resolve("mispelt");
        Terminal terminal = new Terminal(missing, new HashingEmbedder());
        Said said = terminal.run(verb, words);
        assertThat(said.err()).contains("the data folder " + missing + " did not exist and holds nothing yet");
        assertThat(said.code()).isIn(code, code == 0 ? 4 : code);
        assertThat(terminal.run(verb, words).err()).doesNotContain("did not exist");
    }

    @Test
    void namedInTheConfiguration_isRefused() throws IOException {
        Path missing = temp.resolve("mispelt");
        Path config = Files.writeString(temp.resolve("c.yaml"), "data: " + missing + "\n");
        Said said = terminal().bare("model", "list", "--config", config.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(missing + " does not exist; nothing was made there");
        assertThat(missing).doesNotExist();
    }

    @Test
    void whatJudgesByRules_orBeginsAPlace_needsNone() {
        assertThat(terminal()
                        .run("policy", "check", "How do I bleed the brakes of the aircraft?")
                        .code())
                .isZero();
        Said let = new Terminal(temp.resolve("other"), new HashingEmbedder())
                .typing("correct horse battery staple 7\n")
                .run("people", "add", "first", "--role", "administrator");
        assertThat(let.err()).doesNotContain("does not exist");
    }

    @Test
    void emptyFolder_isOneToBeginIn_andHoldsNoAnswer() {
        Terminal terminal = terminal().begun();
        for (List<String> asked : List.of(
                List.of("ask", QUESTION),
                List.of("diagnose", "left brake drags"),
                List.of("draft", "discrepancy", "left brake drags")))
            assertThat(terminal.run(asked.toArray(String[]::new)).code())
                    .as(asked.toString())
                    .isEqualTo(4);
        assertThat(terminal.run("search", "axle nut").code()).isIn(0, 4);
        assertThat(terminal.run("audit", "verify").code()).isZero();
    }

    @Test
    void folderThatNobodyNamed_isMade_andHoldsNothing() {
        Terminal terminal =
                terminal().with("FLIGHTLINE_DATA", temp.resolve("home").toString());
        assertThat(terminal.bare("ask", QUESTION).code()).isEqualTo(4);
        assertThat(terminal.bare("model", "list").out()).startsWith("No model is held");
        assertThat(temp.resolve("home")).isDirectory();
    }

    private Terminal terminal() {
        return new Terminal(temp.resolve("data"), new HashingEmbedder());
    }
}
