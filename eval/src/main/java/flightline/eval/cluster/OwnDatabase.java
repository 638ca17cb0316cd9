package flightline.eval.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL on the loopback interface, killed and started again over the same folder. */
final class OwnDatabase implements Victim {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int TRIES = 20;

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    OwnDatabase(Path folder, int port) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        this.server = begin();
    }

    /** What was said to be written must be written: the server's process is killed, not the machine. */
    private EmbeddedPostgres begin() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .setServerConfig("synchronous_commit", "on")
                        .setPGStartupWait(START)
                        .start();
            } catch (IOException | IllegalStateException stillEnding) {
                // What the killed one left of processes ends by itself within moments.
                if (tries == TRIES) throw stillEnding;
                Thread.sleep(500);
            }
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        String number = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(number.strip()));
        process.ifPresent(ProcessHandle::destroyForcibly);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (process.filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() > until) throw new IllegalStateException(name() + " does not end");
            Thread.sleep(20);
        }
    }

    @Override
    public void again() throws IOException, InterruptedException {
        server.close();
        server = begin();
    }

    @Override
    public void end() throws IOException {
        server.close();
    }
}
