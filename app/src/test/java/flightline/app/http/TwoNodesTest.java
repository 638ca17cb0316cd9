package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.wiring.StateSettings;
import flightline.cluster.state.Database;
import flightline.cluster.state.JobRow;
import flightline.cluster.state.JobTable;
import flightline.cluster.state.OwnPostgres;
import flightline.cluster.state.PostgresCabinet;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.policy.Principal;
import flightline.state.Lease;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with nothing in common but a database, as behind a balancer that asks now one, now the other. */
final class TwoNodesTest {
    private static final String NAME = "nodes";
    /** A file that takes long enough to be hashed that it can be stopped meanwhile; it has holes, so it takes no disk. */
    private static final long LONG = 6L << 30;

    private static final List<Premises> NODES = new ArrayList<>();

    @TempDir
    private static Path temp;

    @BeforeAll
    static void start() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE " + NAME);
        var state = Optional.of(new StateSettings(OwnPostgres.address(NAME), OwnPostgres.LOGIN));
        for (String node : List.of("one", "other"))
            NODES.add(new Premises(Files.createDirectory(temp.resolve(node)), state));
    }

    @AfterAll
    static void end() {
        NODES.forEach(Premises::close);
    }

    @BeforeEach
    void people() throws Exception {
        NODES.getFirst().anew();
        NODES.getLast().anew();
        OwnPostgres.sql(NAME, "DELETE FROM flightline.kept WHERE kind IN ('signed-in', 'lock-out', 'once')");
        one().account("j.doe", "technician", "librarian");
        one().serve();
        other().serve();
    }

    private static Premises one() {
        return NODES.getFirst();
    }

    private static Premises other() {
        return NODES.getLast();
    }

    @Test
    void signedInAtOne_isSoAtTheOther_untilSignedOutAtEither() throws Exception {
        String cookie = one().signIn("j.doe");
        assertThat(other().get("/api/v1/library", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        one().desk.password("j.doe", "another way to the hangar", Principal.localUser());
        assertThat(other().get("/api/v1/library", "Cookie", cookie).statusCode())
                .isEqualTo(401);
        one().desk.password("j.doe", Premises.PASSWORD, Principal.localUser());
        assertThat(one().get("/api/v1/library", "Cookie", cookie).statusCode())
                .as("a session that was ended stays so")
                .isEqualTo(401);
    }

    @Test
    void accountRemovedAtOne_isOutAtTheOtherAtOnce() throws Exception {
        String key = one().program("robot", "technician");
        String[] bearer = {"Authorization", "Bearer " + key};
        assertThat(other().get("/api/v1/library", bearer).statusCode()).isEqualTo(200);
        one().desk.remove("robot", Principal.localUser());
        assertThat(other().get("/api/v1/library", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void guesses_areCountedTogether() throws Exception {
        for (int guess = 0; guess < 6; guess++) {
            Premises node = guess % 2 == 0 ? one() : other();
            node.form("/sign-in", "name=j.doe&password=guess" + guess);
        }
        HttpResponse<String> right =
                other().form("/sign-in", "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD));
        assertThat(right.statusCode()).isEqualTo(429);
    }

    @Test
    void wordThatCameToOne_isAnsweredByTheOtherAsThen_andTheJobIsSeenByBoth() throws Exception {
        String[] headers = bearer("Idempotency-Key", "once");
        String place = "/api/v1/ingest?name=lamp.md&dry-run=true";
        JsonNode first = Premises.tree(one().send("POST", place, "# Lamp\n\nThe lamp has 28 V.\n", headers));
        JsonNode again = Premises.tree(other().send("POST", place, "# Lamp\n\nThe lamp has 28 V.\n", headers));
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(other().send("POST", place, "# Other\n", headers).statusCode())
                .isEqualTo(422);
        JsonNode done = settled(other(), first.path("id").asText(), headers);
        assertThat(done.path("result").path("taken").asInt()).isEqualTo(1);
        assertThat(Premises.tree(one().get("/api/v1/jobs/" + first.path("id").asText(), headers)))
                .isEqualTo(done);
        assertThat(one().faults).isEmpty();
        assertThat(other().faults).isEmpty();
    }

    @Test
    void jobWhoseNodeDied_isTakenUpByAnother_withItsFiles() throws Exception {
        String[] headers = bearer("Accept", "application/json");
        try (Database database = OwnPostgres.open(NAME, Duration.ofSeconds(5))) {
            // While somebody else writes, no node begins.
            Lease turn = new PostgresCabinet(database)
                    .lease("writing", Duration.ofMinutes(5))
                    .orElseThrow();
            JsonNode begun = Premises.tree(one().send(
                            "POST",
                            "/api/v1/ingest?name=pump.md&dry-run=true",
                            "# Pump\n\nThe pump gives 3000 psi.\n",
                            headers));
            assertThat(begun.path("state").asText()).isEqualTo("waiting");
            JobRow lost = new JobTable(database, "a node that dies")
                    .claim(Duration.ofSeconds(30))
                    .orElseThrow();
            OwnPostgres.sql(NAME, "UPDATE flightline.jobs SET lease = lease - interval '1 minute'");
            turn.close();
            JsonNode done = settled(other(), begun.path("id").asText(), headers);
            assertThat(done.path("state").asText()).isEqualTo("done");
            assertThat(done.path("result").path("taken").asInt()).isEqualTo(1);
            assertThat(new JobTable(database, "").find(lost.id()).orElseThrow().claims())
                    .isEqualTo(2);
            assertThat(new PostgresCabinet(database).keys("uploads/"))
                    .as("the files go with the job")
                    .containsExactly("uploads/last-number");
        }
    }

    @Test
    void job_isStoppedFromTheOtherNode_inTheMiddleOfItsFile_andNothingIsHeld() throws Exception {
        String key = one().program("chief", "administrator");
        String[] headers = {"Authorization", "Bearer " + key, "Content-Type", "application/json"};
        List<Path> files = new ArrayList<>();
        // Whichever node takes the job up finds the file in its own folder.
        for (Premises node : NODES) {
            Path models = Files.createDirectories(node.wiring.modelStand().folder());
            Path file = GgufMaker.make(models.resolve("long.gguf"), Shape.tiny(), "Q8_0");
            try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(LONG);
            }
            files.add(file);
        }
        String order = "{\"file\": \"long.gguf\", \"acceptLicence\": true}";
        String running = Premises.tree(one().send("POST", "/api/v1/models", order, headers))
                .path("id")
                .asText();
        String waiting = Premises.tree(other().send("POST", "/api/v1/models/verify", "{}", headers))
                .path("id")
                .asText();
        while (job(other(), running, headers).path("progress").path("done").asLong() == 0) Thread.sleep(20);

        for (String id : List.of(waiting, running)) {
            // Neither node knows which one works at it.
            assertThat(other().send("DELETE", "/api/v1/jobs/" + id, "", headers).statusCode())
                    .isEqualTo(202);
        }

        JsonNode stopped = settled(one(), running, headers);
        assertThat(stopped.path("state").asText()).isEqualTo("stopped");
        assertThat(stopped.path("progress").path("done").asLong()).isBetween(1L, LONG - 1);
        assertThat(settled(other(), waiting, headers).path("state").asText()).isEqualTo("stopped");
        for (Premises node : NODES)
            assertThat(Premises.tree(node.get("/api/v1/models", headers)).path("models"))
                    .isEmpty();
        for (Path file : files) Files.delete(file);
    }

    private static JsonNode job(Premises node, String id, String... headers) throws Exception {
        return Premises.tree(node.get("/api/v1/jobs/" + id, headers));
    }

    private static String[] bearer(String... more) throws Exception {
        String key = one().program("loader", "librarian", "technician");
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + key, "Content-Type", "text/markdown"));
        headers.addAll(List.of(more));
        return headers.toArray(String[]::new);
    }

    private static JsonNode settled(Premises node, String id, String... headers) throws Exception {
        for (; ; ) {
            JsonNode job = job(node, id, headers);
            if (!job.path("ended").isNull()) return job;
            Thread.sleep(100);
        }
    }
}
