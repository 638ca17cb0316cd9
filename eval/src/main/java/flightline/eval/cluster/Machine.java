package flightline.eval.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that stands for a machine. Its input is held open by this process, so that whoever reads it ends with this run. */
final class Machine implements Victim {
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    Machine(String name, List<String> command, Map<String, String> environment, Path log) throws IOException {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = begin();
    }

    private Process begin() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not end");
    }

    @Override
    public void again() throws IOException {
        process = begin();
    }

    @Override
    public boolean revived() throws IOException {
        if (process.isAlive()) return false;
        again();
        return true;
    }

    @Override
    public void end() throws InterruptedException {
        kill();
    }

    /** Exit code, waiting for the end. */
    int code() throws InterruptedException {
        return process.waitFor();
    }
}
