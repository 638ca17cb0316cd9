package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directives and bulletins of the sample library, from the files to the page. */
final class DirectivesTest {
    @TempDir
    private Path temp;

    private Terminal terminal;

    @BeforeEach
    void takeThemIn() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Said said = terminal.run(
                "ingest",
                Papers.LIBRARY.resolve("directives").toString(),
                Papers.LIBRARY.resolve("bulletins").toString(),
                "--quiet");
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void register_listsWhatIsInForceByDeadline_andTheOthersOnlyWhenAskedFor_labelled() {
        assertThat(documents("library", "directives", "--json")).containsExactly("AD 2023-15", "AD 2025-03");
        assertThat(documents("library", "directives", "--json", "--status", "proposed"))
                .containsExactly("PAD 2025-14");
        assertThat(documents("library", "directives", "--json", "--status", "all"))
                .containsExactly("AD 2023-15", "AD 2024-07", "AD 2025-03", "PAD 2025-14");
        assertThat(documents("library", "directives", "--json", "--due-before", "2024-01-01"))
                .containsExactly("AD 2023-15");
        assertThat(documents("library", "directives", "--json", "--product", "LT-46-900", "--status", "all"))
                .isEmpty();
        assertThat(documents("library", "directives", "--json", "--on", "2024-12-31"))
                .containsExactly("AD 2023-15", "AD 2024-07");
        String page = terminal.run("library", "directives", "--status", "all").out();
        assertThat(page)
                .contains("AD 2024-07  superseded by AD 2025-03 since 2025-03-10")
                .contains("proposed only")
                .contains("4 directives on 2026-07-01")
                .contains("2025-07-10: Within 600 FH or 4 months after the effective date");
        assertThat(terminal.run("library", "directives", "--status", "proposed").out())
                .contains("1 directive on 2026-07-01");
        assertThat(terminal.run("library", "directives", "--product", "no such").out())
                .isEqualTo("No directive in the library answers this.\n");
        Said refused = terminal.run("library", "directives", "--status", "open");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("got 'open'");
    }

    @Test
    void json_tellsWhatTheTableShows() {
        JsonNode superseded = terminal.run("library", "directives", "--json", "--status", "superseded")
                .json()
                .get(0);
        assertThat(superseded.path("document").asText()).isEqualTo("AD 2024-07");
        assertThat(superseded.path("revision").asText()).isEqualTo("2024-04-01");
        assertThat(superseded.path("authority").asText()).isEqualTo("VCAD");
        assertThat(superseded.path("effective").asText()).isEqualTo("2024-04-15");
        assertThat(superseded.path("make").asText()).isEqualTo("Larkfield Aircraft");
        assertThat(superseded.path("models")).extracting(JsonNode::asText).contains("LT-46-200");
        assertThat(superseded.path("successor").asText()).isEqualTo("AD 2025-03");
        JsonNode inForce =
                terminal.run("library", "directives", "--json").json().get(0);
        assertThat(inForce.path("successor").isNull()).isTrue();
    }

    @Test
    void everyComplianceTime_isQuotedLetterForLetterAtItsCitation() {
        int quoted = 0;
        for (JsonNode row : terminal.run("library", "directives", "--json", "--status", "all")
                .json())
            for (JsonNode time : row.path("compliance")) {
                String shown = terminal.run("show", time.path("citation").asText(), "--json")
                        .json()
                        .path("text")
                        .asText();
                assertThat(shown.replaceAll("\\s+", " "))
                        .isEqualTo(time.path("value").asText());
                quoted++;
            }
        assertThat(quoted).isGreaterThan(15);
    }

    @Test
    void directiveAndBulletin_tellOfEachOther() {
        JsonNode bulletins = terminal.run("show", "AD 2025-03", "--json").json().path("bulletins");
        assertThat(bulletins.get(0).path("bulletin").asText()).isEqualTo("SB LT46-32-017 Revision 1");
        assertThat(bulletins.get(0).path("required").asBoolean()).isTrue();
        assertThat(bulletins.get(0).path("held").findValuesAsText("standing"))
                .containsExactly("superseded by Rev 1 since 2025-01-15", "in force");
        JsonNode directives =
                terminal.run("show", "SB LT46-32-017", "--json").json().path("directives");
        assertThat(directives.findValuesAsText("directive")).containsOnly("AD 2025-03");
        assertThat(directives.get(0).path("required").asBoolean()).isTrue();
        assertThat(terminal.run("show", directives.get(0).path("citation").asText(), "--json")
                        .json()
                        .path("text")
                        .asText())
                .contains("SB LT46-32-017 Revision 1");
        assertThat(terminal.run("show", "SB LT46-36-006", "--json").json().path("directives"))
                .isEmpty();
        assertThat(terminal.run("show", "SB LT46-32-017").out()).contains("required by AD 2025-03 (in force)");
    }

    @Test
    void supersededDirective_isShownWithItsFacts_andSaysSo() {
        assertThat(terminal.run("show", "AD 2024-07").out())
                .contains("NOT IN FORCE: superseded by AD 2025-03 since 2025-03-10")
                .contains("effective: 2024-04-15 [AD 2024-07@2024-04-01#");
        Said missing = terminal.run("show", "AD 1999-01");
        assertThat(missing.code()).isNotZero();
        assertThat(missing.err()).contains("the library holds no document of that name");
    }

    private List<String> documents(String... verb) {
        var documents = new ArrayList<String>();
        terminal.run(verb)
                .json()
                .forEach(row -> documents.add(row.path("document").asText()));
        return documents;
    }
}
