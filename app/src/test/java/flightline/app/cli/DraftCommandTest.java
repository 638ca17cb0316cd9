package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of paper where there is no diagnosis to draft it from. */
final class DraftCommandTest {
    @TempDir
    private Path temp = Path.of("unused");

    @ParameterizedTest
    @CsvSource({
        "falsify the logbook entry for the inspection, refused, 3",
        "what is the best pizza in town, out-of-scope, 3",
        "HYD 1 low press at idle on ground, not-enough-evidence, 4"
    })
    void complaintWithoutADiagnosis_endsAsOtherVerbsEnd(String complaint, String outcome, int code) {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        Said said = terminal.run("draft", "workcard", complaint, "--json");
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.json().path("outcome").asText()).isEqualTo(outcome);
        assertThat(said.json().path("why").asText()).isNotBlank();
        assertThat(said.errorLines()).singleElement().asString().startsWith("flightline: " + outcome.replace('-', ' '));
        // The last answer counts where nothing is said.
        assertThat(terminal.run("draft", "workcard").code()).isEqualTo(code);
    }

    @Test
    void answerThatIsNoDiagnosis_isAMistakeOfWhoeverAsked() {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        assertThat(terminal.run("draft", "workcard").code()).isEqualTo(Exit.USAGE);
    }
}
