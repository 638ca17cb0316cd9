package flightline.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, which a test may kill. */
record Child(Process process, Path out) {
    private static final long PATIENCE_SECONDS = 300;

    /** Starts the verb with the class that has {@code main}; its output goes to a file beside the data folder. */
    static Child start(Class<?> program, Path data, List<String> arguments) throws IOException {
        return start(program, data, List.of(), arguments);
    }

    /** The same with properties of the process, such as {@code user.language=tr}. */
    static Child start(Class<?> program, Path data, List<String> properties, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(
                command.indexOf("-cp"), properties.stream().map("-D"::concat).toList());
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString(), "--quiet"));
        Path out = data.resolveSibling(data.getFileName() + ".out");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        return new Child(process, out);
    }

    /** Waits until one of the files appears or the process ends. */
    void awaitAny(List<Path> files) throws InterruptedException {
        while (process.isAlive() && files.stream().noneMatch(Files::exists)) Thread.sleep(2);
    }

    /** Waits for at most so long; whether it has ended by itself. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGINT, as Ctrl-C sends it. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** The exit code, when it has ended by itself. */
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the child did not end within " + PATIENCE_SECONDS + " s: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
