package flightline.eval.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What Compose and the image say, beside what the product wants. No container engine runs here. */
final class ComposeTest {
    private static final Path DEPLOY = Path.of("../deploy");

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    /** With another configuration than the node's, an encrypted folder is no key's, and the check fails for ever. */
    @Test
    void healthCheck_looksAtTheNodesOwnConfiguration() throws IOException {
        JsonNode compose = new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(DEPLOY.resolve("compose.yaml"))));
        JsonNode node = compose.path("services").path("flightline");
        List<String> served = words(node.path("command"));
        assertThat(served).startsWith("serve").hasSize(3);
        assertThat(words(node.path("healthcheck").path("test")))
                .contains("check")
                .endsWith(served.get(1), served.get(2));
    }

    /** Without sums of its files the check says that a release is not whole. */
    @Test
    void image_hasTheSumsOfItsFiles() throws IOException {
        String image = Files.readString(DEPLOY.resolve("Containerfile"));
        assertThat(image).containsSubsequence("cp -r app/target/lib", "sha256sum", "SHA256SUMS", "COPY --from=build");
    }
}
