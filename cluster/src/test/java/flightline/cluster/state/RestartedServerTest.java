package flightline.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.state.StateTrouble;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that goes away under a node and comes back, as where another server takes its place. */
final class RestartedServerTest {
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENT = Duration.ofSeconds(60);

    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void nodeGoesOn_withItsValuesAndItsJob_onceTheServerIsBack() throws Exception {
        int port = free();
        EmbeddedPostgres server = server(port);
        try (Database database = open(port, PATIENT)) {
            var cabinet = new PostgresCabinet(database);
            var jobs = new JobTable(database, "one");
            cabinet.write("sessions/a", VALUE);
            jobs.add("ingest", "somebody", "{}");
            JobRow claimed = jobs.claim(PATIENT).orElseThrow();
            server.close();

            // One asks while nobody is there and waits; another has no patience and is told.
            var asked = CompletableFuture.supplyAsync(() -> cabinet.read("sessions/a"));
            assertThatThrownBy(() -> open(port, Duration.ofMillis(200)).close())
                    .isInstanceOf(StateTrouble.class)
                    .hasMessageContaining("cannot be reached: nobody answers there");
            server = server(port);

            assertThat(readSooner(asked, cabinet)).hasValue(VALUE);
            cabinet.write("sessions/b", VALUE);
            assertThat(cabinet.keys("sessions/")).containsExactly("sessions/a", "sessions/b");
            assertThat(jobs.claim(PATIENT)).as("what one holds no other gets").isEmpty();
            assertThat(jobs.renew(claimed, 1, 2, "reading", PATIENT)).isPresent();
            assertThat(jobs.end(claimed, "done", Optional.empty(), "")).isTrue();
        } finally {
            server.close();
        }
    }

    /** Where nobody listens a question is given up after a while; whoever asks again is answered. */
    private static Optional<byte[]> readSooner(CompletableFuture<Optional<byte[]>> asked, PostgresCabinet cabinet) {
        return asked.exceptionally(gone -> {
                    assertThat(gone).cause().isInstanceOf(StateTrouble.class);
                    return cabinet.read("sessions/a");
                })
                .join();
    }

    private static Database open(int port, Duration budget) {
        return Database.open(
                StateAddress.of("postgresql://127.0.0.1:" + port + "/postgres"),
                OwnPostgres.LOGIN,
                System::nanoTime,
                budget);
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(temp.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
