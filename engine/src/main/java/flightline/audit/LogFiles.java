package flightline.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one log, oldest first: what was retired, closed parts, and the part that is written to. */
final class LogFiles {
    static final String ACTIVE = "audit.jsonl";
    private static final Pattern PART = Pattern.compile("audit-(\\d+)\\.jsonl");
    private static final Pattern COVER = Pattern.compile("audit-(\\d+)\\.cover\\.json");
    private static final Pattern LOCKED = Pattern.compile("audit-(\\d+)\\.locked");
    private static final Pattern RETIRED = Pattern.compile("retired-(\\d+)\\.json");

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    Path active() {
        return folder.resolve(ACTIVE);
    }

    /** Closed parts, oldest first. */
    List<Path> closed() throws IOException {
        var all = new ArrayList<>(named(PART));
        for (Path locked : named(LOCKED))
            // Both stand where the process was stopped between the two: the part as it was still counts.
            if (!Files.exists(closedAt(lastOf(locked)))) all.add(locked);
        all.sort(Comparator.comparingLong(LogFiles::lastOf));
        return all;
    }

    /** Whether it was written in the clear and locked up later, under a {@link Cover}. */
    static boolean isLocked(Path part) {
        return LOCKED.matcher(String.valueOf(part.getFileName())).matches();
    }

    /** What is in the folder besides those, of parts that are locked up. */
    List<Path> covers() throws IOException {
        return named(COVER);
    }

    Path lockedAt(long last) {
        return folder.resolve("audit-" + last + ".locked");
    }

    Path coverAt(long last) {
        return folder.resolve("audit-" + last + ".cover.json");
    }

    /** Closed parts and the active one where it stands. */
    List<Path> all() throws IOException {
        var all = new ArrayList<>(closed());
        if (Files.exists(active())) all.add(active());
        return all;
    }

    List<Path> retired() throws IOException {
        return named(RETIRED);
    }

    /** What the active part is called once it is closed, its last entry being that one. */
    Path closedAt(long last) {
        return folder.resolve("audit-" + last + ".jsonl");
    }

    Path retiredAt(long last) {
        return folder.resolve("retired-" + last + ".json");
    }

    private List<Path> named(Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f -> name.matcher(String.valueOf(f.getFileName())).matches())
                    .sorted(Comparator.comparingLong(f -> number(name, f)))
                    .toList();
        }
    }

    /** Number of the last entry of a closed part. */
    static long lastOf(Path closed) {
        return number(isLocked(closed) ? LOCKED : PART, closed);
    }

    private static long number(Pattern name, Path file) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) throw new IllegalArgumentException(file + " is no part of a log");
        return Long.parseLong(matcher.group(1));
    }
}
