package flightline.eval.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.ParseOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parser whose seeds it refuses is not fuzzed, whatever the hours: nothing gets past its front door. */
final class TargetsTest {
    private static final Path ROOT = Path.of("..");
    private static final long LARGE = 1 << 20;

    static Stream<String> targets() {
        return Targets.all().stream().map(Target::name);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seed_isRead(String name) throws Exception {
        Target target = Targets.named(name);
        List<Path> files = target.seedFiles(ROOT, LARGE).stream()
                .filter(file -> !file.toString().contains("shared"))
                .toList();
        assertThat(files).isNotEmpty();
        var refused = new ArrayList<String>();
        for (Path file : files) {
            if (target.parse(Files.readAllBytes(file)) instanceof ParseOutcome.Parsed) return;
            refused.add(file.toString());
        }
        assertThat(refused).as("none of its seeds is read").isEmpty();
    }
}
