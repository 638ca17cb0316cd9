package flightline.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Writes every file of a data folder anew under its newest key: after the first key was made, and after another one was.
 * File by file, so that it can be broken off and gone on with; meanwhile nobody else may use the folder.
 */
public final class Rewriting {
    /** What is encrypted, as folders and files of the data folder; indexes bind their files to the folder. */
    private static final List<String> WHOLE = List.of(
            "archive",
            "sessions",
            "dialogues",
            "feedback",
            "runs",
            "learned",
            "people",
            "audit/lines.keys",
            "last-answer.json",
            "last-answers");

    private static final List<String> INDEXES = List.of("index/passages", "index/records");
    private static final List<String> LEFT = List.of(".lock", Vault.PART, "last-number");

    private final Path root;
    private final VaultKeys keys;

    public Rewriting(Path root, VaultKeys keys) {
        this.root = root;
        this.keys = keys;
    }

    /** What the folder keeps in a way of its own. */
    public interface Lastly {
        void with(Vault vault) throws IOException;
    }

    /** The same where there is nothing else to do. */
    public int run(Path administratorKey, IntConsumer progress) throws IOException, VaultKeys.Unusable {
        return run(administratorKey, progress, vault -> {});
    }

    /**
     * Does all of it; returns how many files there were.
     *
     * @param progress is told how many are done
     * @param lastly is done before older keys are forgotten; again, where it was broken off
     */
    public int run(Path administratorKey, IntConsumer progress, Lastly lastly) throws IOException, VaultKeys.Unusable {
        var locked = (LockedVault) keys.vault(administratorKey);
        var guards = new ArrayList<FileChannel>();
        try {
            for (String index : INDEXES) guard(root.resolve(index), guards);
            int done = 0;
            for (Path file : files(WHOLE)) {
                byte[] bytes = readable(locked, file)
                        ? locked.read(file)
                        : Vault.clear().read(file);
                locked.write(file, bytes);
                progress.accept(++done);
            }
            for (String index : INDEXES)
                for (Path file : files(List.of(index))) {
                    anew(locked, root.resolve(index), file);
                    progress.accept(++done);
                }
            lastly.with(locked);
            keys.finished(administratorKey);
            return done;
        } finally {
            for (FileChannel guard : guards) guard.close();
        }
    }

    private static void anew(LockedVault locked, Path folder, Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + Vault.PART);
        try (InputStream in = readableInIndex(locked, folder, file)
                        ? java.nio.channels.Channels.newInputStream(
                                locked.reading(folder, String.valueOf(file.getFileName())))
                        : Files.newInputStream(file);
                OutputStream out = locked.writing(folder, new BufferedOutputStream(Files.newOutputStream(aside)))) {
            in.transferTo(out);
        }
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Authenticated, so it never takes one for the other. */
    private static boolean readable(LockedVault locked, Path file) {
        try (InputStream in = locked.open(file)) {
            return in.read() >= -1;
        } catch (IOException clear) {
            return false;
        }
    }

    private static boolean readableInIndex(LockedVault locked, Path folder, Path file) {
        try (var channel = locked.reading(folder, String.valueOf(file.getFileName()))) {
            return channel.isOpen();
        } catch (IOException clear) {
            return false;
        }
    }

    /** Lucene's own lock, so that who writes an index and who rewrites it keep each other out. */
    private static void guard(Path index, List<FileChannel> guards) throws IOException {
        if (!Files.isDirectory(index)) return;
        FileChannel guard =
                FileChannel.open(index.resolve("write.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        guards.add(guard);
        if (guard.tryLock() == null)
            throw new IOException(index + " is being written by another process; end it and try again");
    }

    private List<Path> files(List<String> places) throws IOException {
        var found = new ArrayList<Path>();
        for (String place : places) {
            Path from = root.resolve(place);
            if (!Files.exists(from)) continue;
            try (Stream<Path> walk = Files.walk(from)) {
                walk.filter(Files::isRegularFile)
                        .filter(f -> LEFT.stream().noneMatch(f.toString()::endsWith))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
