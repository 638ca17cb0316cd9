package flightline.eval.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that stands for a machine: started, killed without warning, started again. */
final class Machine {
    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;

    Machine(String name, List<String> command, Path log) throws IOException {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
        this.process = begin();
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    String name() {
        return name;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not end");
    }

    void again() throws IOException {
        process = begin();
    }

    /** Exit code, waiting for the end. */
    int end() throws InterruptedException {
        return process.waitFor();
    }

    boolean runs() {
        return process.isAlive();
    }
}
