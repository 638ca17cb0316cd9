package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.audit.AuditVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped while it answers. */
final class StopTest {
    /** Longer than the server's library gives a request that is being answered, where nobody says otherwise. */
    private static final Duration LATER = Duration.ofSeconds(1);

    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void stop_letsWhatIsBeingAnsweredGoToItsEnd_andTheLogIsWhole() throws Exception {
        try (var premises = new Premises(temp)) {
            String key = premises.program("writer", "technician");
            premises.serve();
            int port = premises.server().port();
            var asked = new AtomicBoolean();
            // In the middle of the request the server is stopped, and takes nobody new.
            premises.wiring.witnesses().add(seen -> {
                if (!asked.compareAndSet(false, true)) return;
                Thread.ofPlatform().start(premises.server()::close);
                while (isOpen(port)) Thread.onSpinWait();
                long until = System.nanoTime() + LATER.toNanos();
                while (System.nanoTime() < until && !Thread.currentThread().isInterrupted())
                    LockSupport.parkNanos(until - System.nanoTime());
            });
            String question = "{\"question\": \"What is the pressure of the accumulator?\"}\n";
            var response = premises.send(
                    "POST",
                    "/api/v1/ask/batch",
                    question.repeat(3),
                    "Authorization",
                    "Bearer " + key,
                    "Content-Type",
                    "application/jsonl");
            assertThat(response.body().lines()).hasSize(3).allMatch(line -> line.contains("3000 psi"));
            assertThat(premises.log("ask", 0)).hasSize(3);
            assertThat(premises.wiring.audit().verify()).isInstanceOf(AuditVerdict.Whole.class);
            assertThat(premises.faults).isEmpty();
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }
}
