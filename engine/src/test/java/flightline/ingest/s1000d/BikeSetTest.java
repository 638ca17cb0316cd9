package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flightline.ingest.ParseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Over every XML file at hand (the public bike set, and the sample library): each is accounted for, every word of a
 * content section stands in the source text, every word of a warning or caution in a safety block, every graphic is a figure. Skipped, and said so, for a set that is absent.
 */
final class BikeSetTest {
    @TestFactory
    Stream<DynamicTest> everyFile_isAccountedFor_andNoWordIsLost() {
        return Stream.of("shared/data/s1000d-bike", "library/s1000d")
                .map(set -> DynamicTest.dynamicTest(set, () -> {
                    var folder = upwards(set);
                    assumeTrue(folder.isPresent(), "skipped: " + set + " is not here");
                    check(folder.get());
                }));
    }

    private static void check(Path folder) throws Exception {
        var problems = new ArrayList<String>();
        for (Path file : modules(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            switch (Bench.read(bytes)) {
                case ParseOutcome.Parsed parsed ->
                    new ContentWords(bytes, parsed.documents().getFirst())
                            .missing()
                            .forEach(words -> problems.add(file.getFileName() + " lost: " + words));
                case ParseOutcome.NotADocument known -> {
                    if (known.reason().startsWith("XML of no standard"))
                        problems.add(file.getFileName() + ": " + known);
                }
                case ParseOutcome other -> problems.add(file.getFileName() + ": " + other);
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<Path> modules(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> upwards(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve(relative))) return Optional.of(at.resolve(relative));
        return Optional.empty();
    }
}
