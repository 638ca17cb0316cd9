package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch is under way, and its log is taken away or runs out of room: no line in the log, no answer. */
final class LogUnderFireTest {
    private static final int QUESTIONS = 400;
    private static final int FEW_KIB = 48;

    @TempDir
    private Path temp;

    private Path data = Path.of("unused");
    private Path batch = Path.of("unused");
    private Path log = Path.of("unused");
    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void library() throws IOException {
        data = temp.resolve("data");
        log = data.resolve("audit/audit.jsonl");
        terminal = new Terminal(data, new HashingEmbedder());
        Path manual = Files.writeString(
                temp.resolve("manual.md"), "# Wheel\n\nThe axle nut of the main wheel has a torque of 118 ft-lb.\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
        var lines = new ArrayList<String>();
        for (int i = 0; i < QUESTIONS; i++)
            lines.add("{\"id\": \"" + i + "\", \"query\": \"torque of the axle nut of wheel " + i + "\"}");
        batch = Files.write(temp.resolve("batch.jsonl"), lines);
    }

    @Test
    void logRenamedUnderABatch_endsItWithALine() throws Exception {
        Child child = Child.start(Terminal.class, data, List.of("search", "--json", "--batch", batch.toString()));
        while (child.process().isAlive() && entries(log) < 5) Thread.sleep(2);
        Path aside = Files.move(log, temp.resolve("aside.jsonl"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(child.await()).isEqualTo(5);
        assertThat(child.said()).contains("cannot write the audit log", "run 'flightline audit verify'");
        assertThat(answers(child.said())).isPositive().isLessThan(QUESTIONS).isLessThanOrEqualTo(entries(aside));
        Files.move(aside, log, StandardCopyOption.REPLACE_EXISTING);
        assertThat(terminal.run("audit", "verify").code()).isZero();
    }

    @Test
    void noMoreRoom_stopsAnswers_notTheLog() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/bash")))
                .as("bash limits the size of files; skipped without")
                .isTrue();
        // The policy engine's own library is unpacked by the first process, and is larger than what the second may
        // write.
        Said unpacked = limited("true", "policy", "check", "axle nut");
        assertThat(unpacked.code).as(unpacked.text).isZero();
        Said said = limited("ulimit -f " + FEW_KIB, "search", "--json", "--batch", batch.toString(), "--quiet");
        assertThat(said.code).as(said.text).isEqualTo(5);
        assertThat(said.text).contains("cannot write the audit log");
        assertThat(answers(said.text)).isPositive().isLessThan(QUESTIONS).isLessThanOrEqualTo(entries(log));
        assertThat(terminal.run("audit", "verify").code()).isZero();
        assertThat(terminal.run("search", "axle nut").code()).isZero();
        assertThat(terminal.run("audit", "verify").code()).isZero();
    }

    private record Said(int code, String text) {}

    /** The program in a process of its own, after a command of the shell that limits it. */
    private Said limited(String limit, String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                "/bin/bash",
                "-c",
                limit + "; exec \"$@\"",
                "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Terminal.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }

    private static long answers(String said) {
        return said.lines().filter(line -> line.startsWith("{\"id\"")).count();
    }

    /** Whole lines; a line that is being written does not count. */
    private static long entries(Path log) throws IOException {
        return Files.exists(log)
                ? Files.readString(log).chars().filter(c -> c == '\n').count()
                : 0;
    }
}
