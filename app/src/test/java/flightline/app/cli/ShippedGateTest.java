package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.llama.embedding.BgeSmallEmbedder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate with the embedder that ships: it judges by meaning too. */
final class ShippedGateTest {
    @TempDir
    private Path temp;

    @Test
    void everyCaseOfTheRules_isDecidedAsItMust() {
        var terminal = new Terminal(temp.resolve("data"), new BgeSmallEmbedder(temp.resolve("native"), 1)).begun();
        Terminal.Said said = terminal.run("policy", "test");
        assertThat(said.code()).as(said.out()).isZero();
    }
}
