package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal.Said;
import flightline.corpus.ContentHash;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as an administrator takes them in and lets them write. */
final class ModelCommandTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private Path file = Path.of("unset");

    @BeforeEach
    void makeModel() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        Path folder = Files.createDirectory(temp.resolve("models"));
        file = GgufMaker.make(folder.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        Files.writeString(folder.resolve("LICENSE.txt"), "# Tiny Licence\n\nUse it for tests.\n");
    }

    @Test
    void add_showsTheLicenceFirst() {
        Said said = terminal.run("model", "add", file.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Use it for tests.", "add the model again with --accept-licence");
        assertThat(terminal.run("model", "list").out()).startsWith("No model is held");
    }

    @Test
    void keysNamed_onlyWhatTheySignedIsTakenInAndWrites() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key = pem("maker.pem", "PRIVATE KEY", pair.getPrivate());
        Path named = pem("maker.pub", "PUBLIC KEY", pair.getPublic());
        String config = Files.writeString(temp.resolve("keys.yaml"), "llama:\n  signed-by: [" + named + "]\n")
                .toString();

        Said unsigned = terminal.run("model", "add", file.toString(), "--accept-licence", "--config", config);
        assertThat(unsigned.code()).isEqualTo(5);
        assertThat(unsigned.err()).contains("tiny.gguf bears no signature, and one by");
        assertThat(terminal.run("model", "sign", file.toString(), "--key", key.toString())
                        .code())
                .isZero();
        assertThat(ok("model", "add", file.toString(), "--accept-licence", "--config", config, "--json")
                        .path("signed")
                        .asBoolean())
                .isTrue();
        pem(
                "maker.pub",
                "PUBLIC KEY",
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        Said other = terminal.run("model", "verify", "--config", config);
        assertThat(other.code()).isEqualTo(6);
        assertThat(other.out()).contains("bears no good signature");
    }

    @Test
    void whatWrites_isLookedAtByCheck_andItsGoingIsTold() throws IOException {
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        terminal.run("model", "promote", "tiny", "--despite", "a test");
        assertThat(terminal.run("check").out()).contains("models", "1 held, tiny writes");
        Path aside = temp.resolve("aside.gguf");
        Files.move(file, aside);
        Said missing = terminal.run("check");
        assertThat(missing.code()).isEqualTo(6);
        assertThat(missing.out().replaceAll("\\s+", " "))
                .contains("tiny.gguf is missing; it is in service and cannot write, so answers are quoted");
        Said other = terminal.run("model", "add", aside.toString(), "--name", "tiny", "--accept-licence");
        assertThat(other.out())
                .contains(
                        "tiny is held, in place of another file under that name, which wrote until now: no model writes");
        assertThat(terminal.run("check").code()).isZero();
    }

    @Test
    void nameThatIsNotHeld_licenceThatIsNoText_andAdapter_areNamed() throws IOException {
        Said unknown = terminal.run("model", "evaluate", "tony");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no model 'tony' is held");
        Path scan = Files.write(file.resolveSibling("LICENSE.pdf"), new byte[] {'%', (byte) 0xE2, (byte) 0x28});
        Said unread = terminal.run("model", "add", file.toString(), "--accept-licence");
        assertThat(unread.code()).isEqualTo(2);
        assertThat(unread.err()).contains("the licence " + scan + " cannot be read: not UTF-8", "--licence");
        assertThat(terminal.run("model", "add", "HTTP://127.0.0.1/x.gguf").err())
                .contains("a file from an address needs --sha256");
        Path adapter = GgufMaker.adapter(temp.resolve("line.gguf"), Shape.tiny());
        assertThat(terminal.run("model", "add", adapter.toString(), "--accept-licence")
                        .err())
                .contains("it is no model but of the type adapter; name it in llama.adapters");
    }

    private Path pem(String name, String what, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                temp.resolve(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    @Test
    void addedVerifiedPromotedRolledBack() {
        JsonNode added = ok("model", "add", file.toString(), "--accept-licence", "--json");
        assertThat(added.path("name").asText()).isEqualTo("tiny");
        assertThat(added.path("licence").asText()).isEqualTo("Tiny Licence");
        assertThat(added.path("sha256").asText()).hasSize(64);
        assertThat(added.path("quantisation").asText()).isEqualTo("Q8_0");
        assertThat(ok("model", "list", "--json").path("inService").isNull()).isTrue();
        Said untried = terminal.run("model", "promote", "tiny");
        assertThat(untried.code()).isEqualTo(5);
        assertThat(untried.err()).contains("tiny: it was not evaluated yet", "--despite REASON");
        assertThat(ok("model", "promote", "tiny", "--despite", "a trial", "--json")
                        .path("outcome")
                        .asText())
                .isEqualTo("in-service");
        JsonNode list = ok("model", "--json");
        assertThat(list.path("inService").asText()).isEqualTo("tiny");
        assertThat(list.path("lessons")).isNotEmpty();
        assertThat(terminal.run("model", "list").out())
                .contains("tiny", "writes", "Q8_0", "Tiny Licence", "local user");
        assertThat(terminal.run("model", "verify").code()).isZero();
        assertThat(ok("model", "rollback", "--json").path("outcome").asText()).isEqualTo("none-in-service");
        assertThat(terminal.run("audit", "verify").code()).isZero();
    }

    @Test
    void adapter_isListedLikeAModel_andOneChangedByteIsFoundBeforeItIsLoaded() throws Exception {
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        terminal.run("model", "promote", "tiny", "--despite", "a test");
        Path adapter = GgufMaker.adapter(temp.resolve("line.gguf"), Shape.tiny());
        String hash = ContentHash.of(Files.readAllBytes(adapter)).hex();
        String named = "llama:\n  adapters:\n    - {file: " + adapter + ", model: tiny, sha256: " + hash;
        String config = Files.writeString(
                        temp.resolve("adapters.yaml"), named + ", licence: Apache-2.0, source: made in the house}\n")
                .toString();

        JsonNode listed = ok("model", "list", "--json", "--config", config)
                .path("adapters")
                .path(0);
        assertThat(listed.path("name").asText()).isEqualTo("line.gguf");
        assertThat(listed.path("model").asText()).isEqualTo("tiny");
        assertThat(listed.path("sha256").asText()).isEqualTo(hash);
        assertThat(listed.path("bytes").asLong()).isEqualTo(Files.size(adapter));
        assertThat(listed.path("licence").asText()).isEqualTo("Apache-2.0");
        assertThat(listed.path("source").asText()).isEqualTo("made in the house");
        assertThat(listed.path("wrong").asText()).isEmpty();
        assertThat(terminal.run("model", "list", "--config", config).out())
                .contains("line.gguf", hash.substring(0, 12), "Apache-2.0", "made in the house");
        Said sound = terminal.run("model", "verify", "--config", config);
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).contains("✓ line.gguf over tiny is the adapter that was named");

        try (var bytes = new RandomAccessFile(adapter.toFile(), "rw")) {
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            bytes.seek(bytes.length() - 1);
            bytes.write(last ^ 1);
        }
        Said verified = terminal.run("model", "verify", "--config", config);
        assertThat(verified.code()).isEqualTo(6);
        assertThat(verified.out()).contains("✗ the adapter " + adapter + " has the SHA-256 ", "names " + hash);
        assertThat(terminal.run("model", "bench", "tiny", "--words", "16", "--config", config)
                        .err())
                .contains("the configuration names " + hash);
    }

    @Test
    void adapter_withoutALicence_isNamed() throws Exception {
        Path adapter = GgufMaker.adapter(temp.resolve("line.gguf"), Shape.tiny());
        String config = Files.writeString(
                        temp.resolve("adapters.yaml"),
                        "llama:\n  adapters:\n    - {file: " + adapter + ", model: tiny, sha256: " + "ab".repeat(32)
                                + "}\n")
                .toString();
        Said said = terminal.run("model", "list", "--config", config);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("llama.adapters: " + adapter + " lacks its licence");
    }

    @Test
    void bench_measuresAModelThatIsHeld() {
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        JsonNode speed = ok("model", "bench", "tiny", "--words", "64", "--json");
        assertThat(speed.path("runtime").asText()).isEqualTo("in-process");
        for (String figure : List.of(
                "promptTokens",
                "readTokensPerSecond",
                "writtenTokensPerSecond",
                "writtenTokensPerSecondWithSchema",
                "firstTokenSeconds",
                "firstTokenSecondsCached"))
            assertThat(speed.path(figure).asDouble()).as(figure).isPositive();
        assertThat(terminal.run("model", "bench").code()).isEqualTo(2);
    }

    @Test
    void evaluate_comparesWithWhatAnswersNow_andIsKept() throws IOException {
        Path manual = Files.writeString(
                temp.resolve("wheel.md"),
                "# Wheel\n\nThe torque of the axle nut is 118 ft-lb. Install the wheel with it.\n");
        ok("ingest", manual.toString(), "--json");
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        Path cases = Files.writeString(temp.resolve("cases.jsonl"), """
                {"id": "1", "question": "What is the torque of the axle nut?", "must_contain": ["118"], "answerable": true}
                {"id": "2", "question": "What is the torque of the tail rotor hub?", "answerable": false}
                """);
        JsonNode found = ok("model", "evaluate", "tiny", "--cases", cases.toString(), "--json");

        assertThat(found.path("passed").asBoolean()).isTrue();
        assertThat(found.path("figures").path("wrong numbers").asDouble()).isZero();
        assertThat(found.path("beside").asText()).isEmpty();
        assertThat(found.path("comparisons")).hasSize(3);
        assertThat(terminal.run("audit", "show", "--kind", "model").out()).contains("evaluated, no worse");
        assertThat(ok("model", "promote", "tiny", "--json").path("outcome").asText())
                .isEqualTo("in-service");
        assertThat(terminal.run("model", "evaluate", "none", "--cases", cases.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void evaluate_withoutCases_drawsThemFromTheHeadingsOfWhatIsHeld() throws IOException {
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        Said empty = terminal.run("model", "evaluate", "tiny");
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("the library holds no heading to ask about", "--cases FILE");
        Path manual = Files.writeString(temp.resolve("wheel.md"), """
                # Main wheel

                ## Removal of the main wheel

                Release the pressure of the tyre before the axle nut is loosened.

                ## Torque of the axle nut

                Tighten the axle nut to 118 ft-lb while the wheel is turned by hand.
                """);
        ok("ingest", manual.toString(), "--json");

        JsonNode found = ok("model", "evaluate", "tiny", "--json");

        assertThat(found.path("casesDrawn").asBoolean()).isTrue();
        assertThat(found.path("cases").asInt()).isPositive();
        assertThat(found.path("passed").asBoolean()).isTrue();
        assertThat(terminal.run("model", "evaluate", "tiny").out())
                .contains("drawn from the headings of what is held", "flightline model promote tiny lets it write");
    }

    @Test
    void changedByte_isFound() throws IOException {
        ok("model", "add", file.toString(), "--accept-licence", "--json");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 5);
            int before = bytes.read();
            bytes.seek(bytes.length() - 5);
            bytes.write(before ^ 1);
        }
        Said verified = terminal.run("model", "verify");
        assertThat(verified.code()).isEqualTo(6);
        assertThat(verified.out()).contains("tiny", "was changed since it was added");
        assertThat(terminal.run("model", "promote", "tiny").code()).isEqualTo(5);
    }

    @Test
    void wrongHash_isRefused() {
        Said said = terminal.run("model", "add", file.toString(), "--accept-licence", "--sha256", "0".repeat(64));
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.err()).contains("has the SHA-256", "not the 000");
    }

    @Test
    void noModel_isToldInOneLine() throws IOException {
        Path text = Files.writeString(temp.resolve("notes.gguf"), "not a model at all, only words");
        Said said = terminal.run("model", "add", text.toString(), "--accept-licence");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.errorLines()).singleElement().asString().startsWith("flightline: " + text);
        assertThat(terminal.run("model", "add", temp.resolve("none.gguf").toString(), "--accept-licence")
                        .code())
                .isEqualTo(5);
    }

    @Test
    void technician_mayNot() throws IOException {
        Path technician =
                Files.writeString(temp.resolve("t.json"), "{\"name\": \"line 3\", \"roles\": [\"technician\"]}");
        Said said = terminal.run("model", "add", file.toString(), "--accept-licence", "--as", technician.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("'line 3' is technician; 'model-change' is for administrator");
    }

    @Test
    void address_needsAHash() {
        Said said = terminal.run("model", "add", "https://127.0.0.1/x.gguf", "--accept-licence");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--sha256");
        assertThat(terminal.run("model", "add", "http://127.0.0.1:1/x.bin", "--sha256", "a".repeat(64))
                        .err())
                .contains("must end in the name of a .gguf file");
        assertThat(terminal.run("model", "promote", "nobody").code()).isEqualTo(2);
    }

    @Test
    void configuration_namesEndpointsAndTheVariableOfTheKey() throws IOException {
        Path config = temp.resolve("c.yaml");
        Files.writeString(config, "llama:\n  endpoints:\n    - url: ftp://x\n      model: m\n");
        assertThat(usage(config)).contains("must begin with http:// or https://");
        Files.writeString(
                config, "llama:\n  endpoints:\n    - {url: 'http://127.0.0.1:1/v1', model: m, key: secret}\n");
        assertThat(usage(config)).contains("llama.endpoints: may hold", "got 'key'");
        Files.writeString(
                config,
                "llama:\n  endpoints:\n    - {url: 'http://127.0.0.1:1/v1', model: m, key-variable: NO_SUCH}\n");
        assertThat(usage(config)).contains("the environment has no variable NO_SUCH");
        Files.writeString(config, "llama:\n  threads: many\n");
        assertThat(usage(config)).contains("threads must be a whole number, got 'many'");
    }

    @Test
    void secondLook_thatCannotBeHad_leavesNothingAnswered() throws IOException {
        Path config = temp.resolve("g.yaml");
        Files.writeString(config, "llama:\n  guard: {model: m, without: [S42]}\n");
        assertThat(usage(config)).contains("llama.guard: a hazard must be S1 to S14, got 'S42'");
        Files.writeString(config, "llama:\n  guard: {without: [S7]}\n");
        assertThat(usage(config)).contains("name either a model that is held or an endpoint");
        Files.writeString(config, "llama:\n  guard: {model: no-such-guard}\n");
        Terminal.Said said = terminal.run(
                "policy", "check", "Left main gear strut is low.", "--json", "--config", config.toString());
        assertThat(said.json().get("decision").asText()).isEqualTo("refuse");
        assertThat(said.json().get("why").asText()).contains("second look", "no-such-guard, which is not held");
    }

    private String usage(Path config) {
        Said said = terminal.run("model", "list", "--config", config.toString());
        assertThat(said.code()).isEqualTo(2);
        return said.err();
    }

    private JsonNode ok(String... arguments) {
        Said said = terminal.run(arguments);
        assertThat(said.code()).as(said.err()).isZero();
        return said.json();
    }
}
