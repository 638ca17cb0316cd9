package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model in service for long must not do: grow, or go on reading for somebody who has left. */
final class LongServiceTest {
    @Test
    void requestsWithCancelsAndErrors_leaveMemoryFlat(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/smaps_rollup")), "only Linux tells the memory so");
        Workbench.in(folder); // Skips where there is no library.
        Path file = GgufMaker.make(folder.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        Path report = folder.resolve("growth.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        // What the optimising compiler makes would count as growth, more of it on a busy machine.
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongServiceTrial.class.getName(),
                        folder.toString(),
                        file.toString(),
                        report.toString(),
                        "200",
                        "200")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        if (!child.waitFor(4, TimeUnit.MINUTES)) child.destroyForcibly().waitFor();
        assertThat(report)
                .as("output: %s", Files.readString(folder.resolve("output.txt")))
                .exists();
        // The compiled code of the Java machine itself still grows a little.
        assertThat(Long.parseLong(Files.readString(report))).isLessThan(10L << 20);
    }

    @Test
    void leaving_endsTheReadingOfALongPrompt(@TempDir Path folder) throws IOException {
        // Slow enough that reading the whole prompt takes much longer than what is allowed here.
        Shape slow = new Shape(4, 512, 8, 4, 2_048, 700, 4_096, true, 5);
        Path file = GgufMaker.make(folder.resolve("slow.gguf"), slow, "Q8_0");
        try (var model = Workbench.in(folder).opened(file, Workbench.options())) {
            var read = new int[1];
            var leaving = new LanguageModel.Hearer() {
                @Override
                public void hear(String piece) {
                    read[0]++;
                }

                @Override
                public boolean enough() {
                    return read[0]++ > 3;
                }
            };
            var cancelled = model.generate(prompt("a b c d e ".repeat(350), new Form.Free(), 1), leaving);
            assertThat(cancelled).isInstanceOf(Generation.Cancelled.class);
            assertThat(cancelled.text()).isEmpty();
            // The sequence that was left in the middle is as good as new.
            assertThat(model.generate(prompt("short", new Form.Free(), 1), LanguageModel.Hearer.none()))
                    .isInstanceOf(Generation.CutOff.class);
        }
    }

    static Prompt prompt(String text, Form form, long seed) {
        return new Prompt(
                List.of(new Turn(Role.USER, text)),
                form,
                new Sampling(0.8, 0.9, seed),
                20,
                List.of("never"),
                Duration.ofMinutes(2));
    }
}
