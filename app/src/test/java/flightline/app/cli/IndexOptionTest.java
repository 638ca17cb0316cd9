package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.model.HashingEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index on other machines, named with {@code --index} or in the configuration. */
final class IndexOptionTest {
    private static final String NOWHERE = "opensearch://127.0.0.1:1/line";

    @TempDir
    Path folder;

    private Terminal terminal() {
        return new Terminal(folder.resolve("data"), new HashingEmbedder());
    }

    @Test
    void niceErrorOn_addressThatIsNone() {
        var said = terminal().run("search", "pump", "--index", "http://search1/line");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).contains("opensearch://HOST:PORT").contains("http://search1/line");
    }

    @Test
    void clusterThatIsNotThere_isOneLine_andNeverNothingFound() throws Exception {
        Path config = folder.resolve("line.yaml");
        Files.writeString(config, "index: " + NOWHERE + "\n");
        var said = terminal().run("search", "pump", "--config", config.toString(), "--quiet");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.out()).isEmpty();
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).contains(NOWHERE).contains("nothing is lost");
        assertThat(folder.resolve("data/index")).doesNotExist();
    }

    @Test
    void check_namesTheIndexThatItCannotReach() {
        var said = terminal().run("check", "--index", NOWHERE);
        assertThat(said.code()).isEqualTo(6);
        assertThat(said.out() + said.err()).contains(NOWHERE).doesNotContain("Exception");
    }
}
