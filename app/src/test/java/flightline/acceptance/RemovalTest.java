package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking a document out leaves the library as if it had never come. */
final class RemovalTest {
    @TempDir
    private Path temp;

    @Test
    void removedDirective_isNotFound_andWhatItSupersededIsInForceAgain() {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Path directives = Papers.LIBRARY.resolve("directives");
        terminal.run("ingest", directives.toString(), "--quiet");
        var standing = standing(terminal);
        String superseded = only(standing, "superseded by ");
        String successor = standing.getOrDefault(superseded, "").substring("superseded by ".length());
        assertThat(standing.get(successor)).isEmpty();

        assertThat(terminal.run("library", "remove", successor).code()).isZero();
        var after = standing(terminal);
        assertThat(after).doesNotContainKey(successor);
        assertThat(after.get(superseded)).isEmpty();
        assertThat(terminal.run("check", "--quiet").code()).isZero();

        terminal.run("ingest", directives.toString(), "--quiet");
        assertThat(standing(terminal)).isEqualTo(standing);
    }

    private static String only(Map<String, String> standing, String why) {
        return standing.entrySet().stream()
                .filter(e -> e.getValue().startsWith(why))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no document is " + why + ": " + standing));
    }

    /** Why each document is not in force; empty where it is. */
    private static Map<String, String> standing(Terminal terminal) {
        var standing = new HashMap<String, String>();
        for (JsonNode held : terminal.run("library", "--json").json().path("documents"))
            standing.put(held.path("document").asText(), held.path("why").asText());
        return standing;
    }
}
