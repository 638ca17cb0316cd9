package flightline.eval.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coverage-guided fuzzing of each parser in a process of its own, {@code -Dfuzz.seconds} long (an hour where nothing is
 * said), {@code -Dfuzz.only} naming one. A finding is kept beside the earlier ones, which every suite replays.
 */
@Tag("fuzz")
final class CampaignTest {
    private static final Path ROOT = Path.of("..");
    /** Large seeds only slow the fuzzer down: what they reach, smaller ones reach too. */
    private static final long LARGEST_SEED = 48 * 1024;

    private static final int MOST_SEEDS = 300;

    /**
     * What guides the fuzzer. Where values that are compared do too ({@code all}), a page of Markdown is tried twice a second and
     * not nineteen times; what it would teach, the seeds hold.
     */
    private static final String TRACE = System.getProperty("fuzz.trace", "cov");

    /** Looks into every step of every pattern; what it would find stands in the seeds. */
    private static final String SLOW_HOOKS = "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks";

    /** Inputs that reached something new are kept, so that a campaign which was stopped is gone on with by the next one. */
    private static final Path CORPORA = Path.of(System.getProperty("fuzz.corpora", "target/fuzz-corpora"));

    @TempDir
    private Path work;

    static Stream<String> targets() {
        String only = System.getProperty("fuzz.only", "");
        return Targets.all().stream().map(Target::name).filter(name -> only.isEmpty() || only.equals(name));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void parser_survives(String name) throws Exception {
        Path corpus = Files.createDirectories(CORPORA.resolve(name));
        Path seeds = seeds(Targets.named(name));
        Path log = Path.of("target/fuzz-" + name + ".log");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Dfuzz.target=" + name,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--instrumentation_includes=flightline.**",
                "--custom_hook_includes=flightline.**",
                "--trace=" + TRACE,
                "--disabled_hooks=" + SLOW_HOOKS,
                "-seed=" + System.getProperty("fuzz.seed", "1"),
                "-max_total_time=" + System.getProperty("fuzz.seconds", "3600"),
                "-max_len=65536",
                "-timeout=30",
                "-rss_limit_mb=4096",
                "-artifact_prefix=" + work + "/",
                "--reproducer_path=" + work,
                corpus.toString(),
                seeds.toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        keepFindings(name);
        assertThat(status)
                .as("fuzzing " + name + ", see " + log.toAbsolutePath())
                .isZero();
    }

    private Path seeds(Target target) throws IOException {
        Path folder = Files.createDirectory(work.resolve("seeds"));
        int number = 0;
        for (Path file : target.seedFiles(ROOT, LARGEST_SEED))
            if (number < MOST_SEEDS) Files.copy(file, folder.resolve(String.valueOf(number++)));
        return folder;
    }

    private void keepFindings(String name) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                String called = String.valueOf(file.getFileName());
                if (!called.matches("(?:crash|timeout|oom)-.*")) continue;
                Path kept = Files.createDirectories(FindingsTest.KEPT.resolve(name));
                Files.copy(file, kept.resolve(called), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
