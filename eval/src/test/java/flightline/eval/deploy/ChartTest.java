package flightline.eval.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart, linted and rendered by Helm's own code. No cluster runs here: what one makes of it was not tried. */
final class ChartTest {
    private static final Path CHART = Path.of("../deploy/helm/flightline");

    @TempDir
    private Path temp = Path.of("unused");

    private static JsonNode read(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    private static JsonNode rendered(String kind, Path values) {
        var found = new ArrayList<JsonNode>();
        String all = new Helm(CHART)
                .template()
                .withName("line")
                .withValuesFile(values)
                .call();
        for (Object one : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(all)) {
            JsonNode node = new ObjectMapper().valueToTree(one);
            if (node.path("kind").asText().equals(kind)) found.add(node);
        }
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    private Path values(String yaml) throws IOException {
        return Files.writeString(temp.resolve("values.yaml"), yaml);
    }

    @Test
    void chart_passesHelmsLinter() {
        LintResult result = new Helm(CHART).lint().strict().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void pod_hasNoRights_andWritesToDataAndTempAlone() throws IOException {
        JsonNode pod = rendered("StatefulSet", values("{}")).at("/spec/template/spec");
        JsonNode container = pod.path("containers").get(0);

        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        for (JsonNode mount : container.path("volumeMounts"))
            assertThat(mount.path("readOnly").asBoolean()
                            || List.of("/data", "/tmp")
                                    .contains(mount.path("mountPath").asText()))
                    .as(mount.toString())
                    .isTrue();
    }

    @Test
    void probes_nameTheHostThatTheServerKnows() throws IOException {
        JsonNode container = rendered("StatefulSet", values("address: https://line.example:8443"))
                .at("/spec/template/spec/containers/0");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container.path(probe).path("httpGet");
            assertThat(get.path("path").asText())
                    .isEqualTo(probe.equals("readinessProbe") ? "/health/ready" : "/health");
            assertThat(get.path("scheme").asText()).isEqualTo("HTTPS");
            assertThat(get.at("/httpHeaders/0/value").asText()).isEqualTo("line.example");
        }
    }

    @Test
    void network_leadsNowhere_untilSomethingIsNamed() throws IOException {
        JsonNode closed = rendered("NetworkPolicy", values("{}")).path("spec");
        assertThat(closed.path("policyTypes").toString()).contains("Egress");
        assertThat(closed.path("egress").isArray()).isTrue();
        assertThat(closed.path("egress")).isEmpty();

        JsonNode open = rendered(
                        "NetworkPolicy",
                        values("egress: [{to: [{ipBlock: {cidr: 192.0.2.7/32}}], ports: [{port: 443}]}]"))
                .path("spec");
        assertThat(open.at("/egress/0/to/0/ipBlock/cidr").asText()).isEqualTo("192.0.2.7/32");
    }

    @Test
    void configuration_isOneThatTheProductReads() throws IOException {
        JsonNode map = rendered("ConfigMap", values("""
                address: https://line.example
                names: [line]
                encryption: {secret: keys}
                config:
                  languages: eng+deu
                  identity: {openid: {issuer: https://id.example, client-id: flightline}}
                """));
        JsonNode config = read(map.at("/data/flightline.yaml").asText());

        assertThat(config.at("/serve/address").asText()).isEqualTo("https://line.example");
        assertThat(config.at("/serve/names/0").asText()).isEqualTo("line");
        assertThat(config.at("/encryption/key-file").asText()).isEqualTo("/etc/flightline-key/admin.key");
        assertThat(config.at("/identity/openid/issuer").asText()).isEqualTo("https://id.example");
        assertThat(config.path("languages").asText()).isEqualTo("eng+deu");
        // Whatever the product does not know it refuses; the words are those of its own list.
        config.fieldNames()
                .forEachRemaining(name -> assertThat(name)
                        .isIn("data", "as", "tesseract", "languages", "llama", "encryption", "serve", "identity"));
    }

    @Test
    void values_thatWouldOpenItInTheClear_areRefused() throws IOException {
        Path clear = values("address: http://line.example");
        assertThatThrownBy(() -> new Helm(CHART)
                        .template()
                        .withName("line")
                        .withValuesFile(clear)
                        .call())
                .hasMessageContaining("address");
        Path twice = values("config: {serve: {port: 80}}");
        assertThatThrownBy(() -> new Helm(CHART)
                        .template()
                        .withName("line")
                        .withValuesFile(twice)
                        .call())
                .hasMessageContaining("config");
    }
}
