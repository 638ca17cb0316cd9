package flightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in a data folder beside its log and has entries there: where it lies and the log does not, the log was taken away. */
final class Accountable {
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "archive", "documents",
            "dialogues", "dialogues",
            "feedback", "feedback",
            "index", "an index",
            "last-answers", "answers",
            "people", "accounts",
            "policy/bundles", "rules",
            "runs", "runs",
            "sessions", "sessions"));

    private final Optional<Path> root;

    private Accountable(Optional<Path> root) {
        this.root = root;
    }

    static Accountable nothing() {
        return new Accountable(Optional.empty());
    }

    static Accountable beneath(Path root) {
        return new Accountable(Optional.of(root));
    }

    /** In words; empty where there is nothing of the kind. */
    Optional<String> found() {
        if (root.isEmpty()) return Optional.empty();
        Path data = root.get();
        String all = PARTS.entrySet().stream()
                .filter(part -> holdsFiles(data.resolve(part.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return Optional.of(all).filter(found -> !found.isEmpty());
    }

    private static boolean holdsFiles(Path part) {
        if (!Files.exists(part)) return false;
        try (Stream<Path> files = Files.walk(part)) {
            return files.anyMatch(file -> Files.isRegularFile(file)
                    && !String.valueOf(file.getFileName()).endsWith(".lock"));
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }
}
