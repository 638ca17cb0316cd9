package flightline.eval.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What fuzzing found once is never found again. */
@Timeout(120)
final class FindingsTest {
    static final Path KEPT = Path.of("src/test/resources/fuzz");

    @TestFactory
    Stream<DynamicTest> keptFinding_isSurvived() {
        return Targets.all().stream()
                .flatMap(target -> kept(target.name())
                        .map(file -> DynamicTest.dynamicTest(
                                target.name() + "/" + file.getFileName(),
                                () -> target.attack(Files.readAllBytes(file)))));
    }

    private static Stream<Path> kept(String name) {
        Path folder = KEPT.resolve(name);
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
