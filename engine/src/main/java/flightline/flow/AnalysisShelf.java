package flightline.flow;

import flightline.corpus.ContentHash;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.fleet.Limits;
import flightline.fleet.PlainRows;
import flightline.fleet.RecordPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records that are held to be counted alone: a part for each file, in the data folder's {@code analysis/}. A part is written once and never
 * changed; a later one takes the place of the rows that it has anew. Readers need no lock; who writes holds the lock of the index.
 */
public final class AnalysisShelf {
    private static final String PLACE = "analysis";
    private static final String ENDING = ".duckdb";

    private final Path root;
    private final int threads;

    public AnalysisShelf(Path root, int threads) {
        this.root = root;
        this.threads = threads;
    }

    /** Parts, the oldest first. */
    public List<Path> parts() {
        Path folder = root.resolve(PLACE);
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Changes with every part that comes or goes; empty where there is none. */
    String stamp() {
        List<Path> parts = parts();
        return parts.isEmpty()
                ? ""
                : ContentHash.of(String.join(
                                "\n", parts.stream().map(AnalysisShelf::name).toList()))
                        .brief();
    }

    private static String name(Path part) {
        return String.valueOf(part.getFileName());
    }

    /** The part that was made of a file of this print; absent where none was. */
    Optional<Path> madeOf(String print) {
        return parts().stream()
                .filter(part -> name(part).endsWith("-" + print + ENDING))
                .findFirst();
    }

    RecordPart begin(String file) {
        return RecordPart.begin(aside(), file, limits());
    }

    /** A part of a file that the database reads by itself; empty where the file is not that plain. */
    Optional<RecordPart> load(String file, PlainRows plain, RecordPart.Careful careful) {
        return RecordPart.load(aside(), file, limits(), plain, careful);
    }

    private Path aside() {
        return root.resolve(PLACE).resolve("new." + ProcessHandle.current().pid() + ".part");
    }

    private Limits limits() {
        return Limits.standard(threads, Optional.of(root.resolve("native/fleet")));
    }

    /** Puts a part in its place; former ones of which no row counts any more are taken away. */
    void put(RecordPart part, String print) throws IOException {
        List<Path> before = parts();
        int last =
                before.isEmpty() ? 0 : Integer.parseInt(name(before.getLast()).substring(0, 6));
        Path target = root.resolve(PLACE).resolve(String.format(Locale.ROOT, "%06d-%s%s", last + 1, print, ENDING));
        Map<Path, Long> replaced = part.finish(target, before);
        for (var former : replaced.entrySet())
            if (former.getValue() > 0
                    && RecordPart.look(former.getKey())
                            .filter(look -> look.rows() == former.getValue())
                            .isPresent()) Files.deleteIfExists(former.getKey());
    }

    /** Takes away the parts that were made of files of this name; how many rows they had. */
    long remove(String file) {
        long rows = 0;
        try {
            for (Path part : parts()) {
                Optional<RecordPart.Look> look = RecordPart.look(part);
                if (look.isEmpty() || !look.get().file().equals(file)) continue;
                Files.deleteIfExists(part);
                rows += look.get().rows();
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take away the records of " + file + ": " + e.getMessage(), e);
        }
    }

    /** What these records are marked with here, of those that are marked at all. */
    public Map<RecordId, Marking> markings(Collection<RecordId> ids) {
        var all = new HashMap<RecordId, Marking>();
        if (ids.isEmpty()) return all;
        List<String> wanted = ids.stream().map(RecordId::value).toList();
        for (Path part : parts())
            RecordPart.markings(part, wanted)
                    .forEach((id, marking) -> all.merge(new RecordId(id), marking, Marking::and));
        return all;
    }
}
