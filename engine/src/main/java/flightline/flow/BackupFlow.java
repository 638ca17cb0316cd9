package flightline.flow;

import flightline.archive.BackupFile;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Copies a data folder into one file while others ask and bring documents in.
 *
 * <p>Indexes are taken as of one commit each, the log while nobody appends. Everything else either never changes once it is
 * there or is replaced whole, so it is copied as it lies: the archive after the indexes, which it may only run ahead of. Where
 * an archived file goes meanwhile, a document was removed; then all is begun anew, so that no backup knows half of it.
 */
public final class BackupFlow {
    /** Documents are removed seldom; three removals during three copies are a reason to ask a person. */
    private static final int TRIES = 3;

    private static final String STAGE = "backup.part";
    private static final String BACKUPS = "backups";
    /** Unpacked libraries, which each program brings itself; what is taken apart from the rest; files being handed in; tables made of the records; other backups. */
    private static final List<String> LEFT_OUT =
            List.of("native/", "index/", "audit/", "uploads/", "fleet/", BACKUPS + "/", STAGE + "/");

    private static final List<String> OF_THE_MOMENT = List.of(".lock", ".part", ".tmp");
    private static final String SUBJECT = "data folder";

    private final Path root;
    private final PassageIndex passages;
    private final RecordIndex records;
    private final AuditLog audit;
    private final InstantSource clock;

    public BackupFlow(Path root, PassageIndex passages, RecordIndex records, AuditLog audit, InstantSource clock) {
        this.root = root;
        this.passages = passages;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where backups may lie in a data folder, until they are fetched. */
    public static Path folder(Path root) {
        return root.resolve(BACKUPS);
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(BackupFile.Written written) implements Outcome {}

        /** There is no new backup file; one of the same name that was there before is as it was. */
        record NotDone(String why) implements Outcome {}

        /** The same, since no backup may lie where it was asked for. */
        record Misplaced(String why) implements Outcome {}
    }

    /**
     * Writes the backup, replacing a file of that name.
     *
     * @param models also the files of language models, which are large and can be had elsewhere
     * @param stop ends it, leaving nothing
     */
    public Outcome backup(Path file, boolean models, Principal asker, Progress progress, BooleanSupplier stop) {
        Path target = file.toAbsolutePath().normalize();
        if (target.startsWith(root) && !target.startsWith(folder(root))) {
            String why = "it must not lie in the data folder itself, got " + file;
            notDone(asker, why);
            return new Outcome.Misplaced(why);
        }
        if (Files.isDirectory(target)) return notDone(asker, file + " is a folder; name a file");
        Path beside = target.getParent();
        if (beside == null || !Files.isDirectory(beside)) return notDone(asker, "there is no folder " + beside);
        if (!Files.isWritable(beside)) return notDone(asker, "nothing may be written into the folder " + beside);
        try {
            log(asker, "begun", Map.of());
            for (int tries = 0; tries < TRIES; tries++) {
                if (stop.getAsBoolean()) return notDone(asker, "it was stopped");
                try (var backup = BackupFile.begin(target)) {
                    if (!copied(backup, models, progress, stop)) continue;
                    BackupFile.Written written = backup.finish(clock.instant().toString());
                    log(
                            asker,
                            "done",
                            Map.of(
                                    "files", Integer.toString(written.files()),
                                    "bytes", Long.toString(written.bytes()),
                                    "sha256", written.hash().hex()));
                    return new Outcome.Done(written);
                } finally {
                    clear(root.resolve(STAGE));
                }
            }
            return notDone(asker, "documents were removed again and again while it was written; try again");
        } catch (IOException | UncheckedIOException e) {
            return notDone(asker, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** False where something was removed meanwhile, or somebody stopped it. */
    private boolean copied(BackupFile backup, boolean models, Progress progress, BooleanSupplier stop)
            throws IOException {
        Path stage = root.resolve(STAGE);
        clear(stage);
        Collection<String> before = lying(models);
        progress.at(0, 0, "taking the indexes");
        passages.snapshot(stage.resolve("index/passages"));
        records.snapshot(stage.resolve("index/records"));
        audit.copyTo(stage.resolve("audit"));
        var sources = new TreeMap<String, Path>();
        for (String name : before) sources.put(name, root.resolve(name));
        for (String name : lying(models)) sources.put(name, root.resolve(name));
        for (Path file : files(stage)) sources.put(name(stage, file), file);
        long done = 0;
        for (var each : sources.entrySet()) {
            if (stop.getAsBoolean()) return false;
            try {
                backup.add(each.getKey(), each.getValue());
            } catch (NoSuchFileException gone) {
                if (each.getKey().startsWith("archive/")) return false;
            }
            progress.at(++done, sources.size(), each.getKey());
        }
        return true;
    }

    private Collection<String> lying(boolean models) throws IOException {
        var names = new TreeSet<String>();
        for (Path file : files(root)) {
            String name = name(root, file);
            if (LEFT_OUT.stream().anyMatch(name::startsWith)) continue;
            if (OF_THE_MOMENT.stream().anyMatch(name::endsWith)) continue;
            if (!models && name.startsWith("models/") && name.endsWith(".gguf")) continue;
            names.add(name);
        }
        return names;
    }

    private static String name(Path from, Path file) {
        return from.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException moved) {
            // A folder went while it was walked: whoever works there is done in a moment.
            throw moved.getCause();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private Outcome notDone(Principal asker, String why) {
        log(asker, "not-done", Map.of("why", why));
        return new Outcome.NotDone(why);
    }

    private void log(Principal asker, String outcome, Map<String, String> details) {
        audit.append(new AuditEvent("backup", asker.name(), SUBJECT, outcome, details));
    }
}
