package flightline.flow;

import flightline.archive.RunBook;
import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one run writes down of itself: once when it begins, so that a killed run is seen too, and once when it ends. */
final class RunManifest {
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunBook book;
    private final IngestRequest request;
    private final Instant began;
    private final String id;
    private final Map<Path, ContentHash> hashes = new HashMap<>();

    private RunManifest(RunBook book, IngestRequest request, Instant began, String id) {
        this.book = book;
        this.request = request;
        this.began = began;
        this.id = id;
    }

    /** Begins one; absent for a dry run, which leaves no trace. */
    static Optional<RunManifest> begin(RunBook book, IngestRequest request, Instant began) {
        if (request.dryRun()) return Optional.empty();
        String id = ID.format(began);
        for (int again = 2; book.holds(id); again++) id = ID.format(began) + "-" + again;
        var manifest = new RunManifest(book, request, began, id);
        book.write(manifest.run("running", Map.of(), 0, 0, List.of()));
        return Optional.of(manifest);
    }

    void hashed(Path path, ContentHash hash) {
        hashes.put(path, hash);
    }

    void end(IngestReport report) {
        var counts = new TreeMap<String, Long>();
        for (Fate fate : Fate.values()) counts.put(word(fate), report.count(fate));
        long passages = report.files().stream()
                .flatMap(f -> f.documents().stream())
                .mapToLong(HeldDocument::passages)
                .sum();
        book.write(run(
                report.stopped() ? "stopped" : "done",
                counts,
                passages,
                report.millis(),
                report.files().stream().map(this::file).toList()));
    }

    private RunBook.Run run(
            String state, Map<String, Long> counts, long passages, long millis, List<RunBook.TakenFile> files) {
        return new RunBook.Run(
                id,
                began.toString(),
                request.asker().name(),
                request.paths().stream().map(Path::toString).toList(),
                request.library(),
                state,
                counts,
                passages,
                millis,
                files);
    }

    private RunBook.TakenFile file(FileReport file) {
        return new RunBook.TakenFile(
                file.path().toString(),
                Optional.ofNullable(hashes.get(file.path()))
                        .map(ContentHash::hex)
                        .orElse(""),
                word(file.fate()),
                file.documents().stream().map(HeldDocument::key).toList(),
                file.reason(),
                file.notes());
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }
}
