package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.flow.InstallPolicyFlow;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.model.HashingEmbedder;
import flightline.policy.Principal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other rules and other models over HTTP, as an officer and an administrator put them in service; and jobs that are stopped. */
final class ChangeJobsTest {
    /** A file that takes long enough to be hashed that it can be stopped meanwhile; it has holes, so it takes no disk. */
    private static final long LONG = 6L << 30;

    @TempDir
    private Path temp = Path.of("unused");

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private Path bundle = Path.of("unused");
    private Optional<ApiStand> opened = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        bundle = temp.resolve("bundle");
        assertThat(terminal.run("policy", "copy", bundle.toString()).code()).isZero();
        opened = Optional.of(new ApiStand(terminal, Bounds.STANDARD));
    }

    @AfterEach
    void close() throws IOException {
        if (opened.isPresent()) opened.get().close();
    }

    private ApiStand stand() {
        return opened.orElseThrow();
    }

    private Path pem(String name, String what, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                temp.resolve(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    private void sign(String version, Path key) throws IOException {
        Path use = bundle.resolve("acceptable-use.yaml");
        Files.writeString(use, Files.readString(use).replaceFirst("(?m)^version: .*$", "version: \"" + version + "\""));
        assertThat(terminal.run("policy", "sign", bundle.toString(), "--version", version, "--key", key.toString())
                        .code())
                .isZero();
    }

    private HttpResponse<String> sent() throws Exception {
        var form = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.sorted().toList()) {
                form.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + file.getFileName() + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                form.writeBytes(Files.readAllBytes(file));
                form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        form.writeBytes("--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return stand().bytes(
                        "/api/v1/policy/install",
                        form.toByteArray(),
                        "Content-Type",
                        "multipart/form-data; boundary=xyz");
    }

    private String inForce() {
        return terminal.run("policy", "check", "left brake hot", "--json")
                .json()
                .path("policyVersion")
                .asText();
    }

    @Test
    void rules_signedByTheOfficer_areInForce_othersAreNot() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        KeyPair officer = pairs.generateKeyPair();
        Path key = pem("officer.key", "PRIVATE KEY", officer.getPrivate());
        Path named = pem("officer.pub", "PUBLIC KEY", officer.getPublic());
        Path strange = pem("other.key", "PRIVATE KEY", pairs.generateKeyPair().getPrivate());
        sign("v2", key);
        assertThat(terminal.run("policy", "install", bundle.toString(), "--key", named.toString())
                        .code())
                .isZero();

        sign("v3", key);
        JsonNode done = stand().settled(sent());
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("result").path("outcome").asText()).isEqualTo("in-force");
        assertThat(inForce()).isEqualTo("v3");

        sign("v4", strange);
        JsonNode refused = stand().settled(sent());
        assertThat(refused.path("result").path("outcome").asText()).isEqualTo("refused");
        assertThat(refused.path("result").path("why").get(0).asText()).contains("does not fit");
        assertThat(inForce()).isEqualTo("v3");
        assertThat(stand().post("/api/v1/policy/rollback", "{}").statusCode()).isEqualTo(200);
        assertThat(inForce()).isEqualTo("v2");
    }

    @Test
    void rules_whoseInstallingIsStopped_areNotInForce() throws Exception {
        var told = new AtomicInteger();
        var effort = new Effort() {
            @Override
            public void at(long done, long total, String doing) {
                told.incrementAndGet();
            }

            @Override
            public boolean getAsBoolean() {
                return told.get() == 2;
            }
        };
        KeyPair anybody = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        sign("v2", pem("any.key", "PRIVATE KEY", anybody.getPrivate()));
        InstallPolicyFlow flow = stand().wiring().policyInstalling();

        assertThatExceptionOfType(Stopped.class)
                .isThrownBy(() -> flow.install(bundle, Optional.empty(), Principal.localUser(), effort.orStopped()));
        assertThat(inForce()).isNotEqualTo("v2");
        assertThat(flow.install(bundle, Optional.empty(), Principal.localUser()))
                .isInstanceOf(InstallPolicyFlow.Outcome.InForce.class);
    }

    @Test
    void model_isTakenInMeasuredAndPromoted_onceItsFileIsWhatWasAdded() throws Exception {
        Path models = Files.createDirectories(stand().wiring().modelStand().folder());
        Path file = GgufMaker.make(models.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        JsonNode asked = stand().settled(stand().post("/api/v1/models", "{\"file\": \"tiny.gguf\"}"));
        assertThat(asked.path("result").path("outcome").asText()).isEqualTo("licence-to-accept");
        JsonNode added = stand().settled(stand().post(
                        "/api/v1/models", "{\"file\": \"tiny.gguf\", \"acceptLicence\": true, \"licence\": \"Tiny\"}"));
        assertThat(added.path("result").path("outcome").asText()).isEqualTo("added");
        assertThat(stand().settled(stand().post("/api/v1/models/tiny/promote", "{}"))
                        .path("result")
                        .path("why")
                        .asText())
                .contains("it was not evaluated yet");
        evaluated();

        JsonNode promoted = stand().settled(stand().post("/api/v1/models/tiny/promote", "{}"));

        assertThat(promoted.path("result").path("outcome").asText()).isEqualTo("in-service");
        assertThat(ApiStand.json(stand().get("/api/v1/models"))
                        .path("inService")
                        .asText())
                .isEqualTo("tiny");
        assertThat(terminal.run("audit", "show", "--kind", "model", "--json").out())
                .contains("in service", "no worse");
        assertThat(stand().post("/api/v1/models/rollback", "{}").statusCode()).isEqualTo(200);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 5);
            int before = bytes.read();
            bytes.seek(bytes.length() - 5);
            bytes.write(before ^ 1);
        }
        JsonNode changed = stand().settled(stand().post("/api/v1/models/tiny/promote", "{}"));
        assertThat(changed.path("result").path("outcome").asText()).isEqualTo("unsound");
        assertThat(ApiStand.json(stand().get("/api/v1/models"))
                        .path("inService")
                        .isNull())
                .isTrue();
    }

    private void evaluated() throws Exception {
        Path manual = Files.writeString(
                temp.resolve("wheel.md"),
                "# Wheel\n\nThe torque of the axle nut is 118 ft-lb. Install the wheel with it.\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
        String place = "/api/v1/models/tiny/evaluate";
        assertThat(stand().post(place, "{\"cases\": []}").statusCode()).isEqualTo(400);
        assertThat(stand().post(place, "{\"cases\": [1]}").statusCode()).isEqualTo(400);
        JsonNode given = stand().settled(stand().post(
                        place,
                        "{\"cases\": [{\"id\": \"1\", \"question\": \"What is the torque of the axle nut?\","
                                + " \"must_contain\": [\"118\"], \"answerable\": true}]}"));
        assertThat(given.path("result").path("outcome").asText()).isEqualTo("no-worse");
        assertThat(given.path("result").path("casesDrawn").asBoolean()).isFalse();
        assertThat(given.path("result").path("figures").path("correct").asDouble())
                .isEqualTo(1);
    }

    @Test
    void jobs_areStopped_whileTheyRunAndWhileTheyWait_andNothingIsDone() throws Exception {
        Path models = Files.createDirectories(stand().wiring().modelStand().folder());
        Path file = GgufMaker.make(models.resolve("long.gguf"), Shape.tiny(), "Q8_0");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(LONG);
        }
        String running = begun(stand().post("/api/v1/models", "{\"file\": \"long.gguf\", \"acceptLicence\": true}"));
        while (job(running).path("progress").path("done").asLong() == 0) Thread.onSpinWait();
        var waiting = new ArrayList<>(List.of(
                begun(sent()),
                begun(stand().post("/api/v1/backups", "{}")),
                begun(stand().post("/api/v1/models/verify", "{}")),
                begun(stand().bytes(
                                "/api/v1/ingest?name=a.md",
                                "# Pump\n\nThe pump gives 3000 psi.\n".getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "text/markdown"))));
        for (String one : waiting) assertThat(job(one).path("state").asText()).isEqualTo("waiting");

        for (String one : Stream.concat(waiting.stream(), Stream.of(running)).toList())
            assertThat(stand().send("DELETE", "/api/v1/jobs/" + one, "").statusCode())
                    .isEqualTo(202);

        JsonNode stopped = stand().settled(stand().get("/api/v1/jobs/" + running));
        assertThat(stopped.path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.path("progress").path("done").asLong()).isLessThan(LONG);
        for (String one : waiting)
            assertThat(stand().settled(stand().get("/api/v1/jobs/" + one))
                            .path("state")
                            .asText())
                    .isEqualTo("stopped");
        assertThat(ApiStand.json(stand().get("/api/v1/models")).path("models")).isEmpty();
        assertThat(ApiStand.json(stand().get("/api/v1/backups")).path("backups"))
                .isEmpty();
        assertThat(ApiStand.json(stand().get("/api/v1/library")).path("documents"))
                .isEmpty();
        assertThat(stand().get("/metrics").body()).contains("flightline_jobs_running{kind=\"model add\"} 0");
        Files.delete(file);
    }

    private JsonNode job(String id) throws Exception {
        return ApiStand.json(stand().get("/api/v1/jobs/" + id));
    }

    private static String begun(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return ApiStand.json(response).path("id").asText();
    }
}
