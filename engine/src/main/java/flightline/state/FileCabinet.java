package flightline.state;

import flightline.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A folder as a cabinet: each value is a file, in the clear or encrypted. A value is written aside and forced to disk first; only
 * to put it in its place, and to compare it with what is there, whoever writes holds the lock of the folder's part.
 */
public final class FileCabinet implements Cabinet {
    private static final String LOCK = "cabinet.lock";
    /** What is no secret and must be readable while keys are changed: see {@link flightline.vault.Rewriting}. */
    private static final Set<String> CLEAR = Set.of("models", "policy", "leases");

    private static final String ROW = "last-number";
    /** For two cabinets of one process over one folder, which the system's locks cannot keep apart. */
    private static final int TRIES = 6000;

    private final Path root;
    private final Vault vault;
    private final InstantSource clock;
    private final ReentrantLock own = new ReentrantLock();

    /** One in the clear, for a single process: its leases do not end by themselves. */
    public FileCabinet(Path root) {
        this(root, Vault.clear(), InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * @param root need not exist
     * @param clock tells when a lease ends
     */
    public FileCabinet(Path root, Vault vault, InstantSource clock) {
        this.root = root;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> read(String key) {
        try {
            return Optional.of(vault(key).read(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble("read", key, e);
        }
    }

    @Override
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(vault(key).open(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble("read", key, e);
        }
    }

    @Override
    public void write(String key, byte[] value) {
        try {
            write(key, new ByteArrayInputStream(value));
        } catch (IOException e) {
            throw trouble("write", key, e);
        }
    }

    @Override
    public void write(String key, InputStream value) throws IOException {
        Path aside = vault(key).aside(file(key), mark(), value);
        locked(key, () -> {
            Vault.put(aside, file(key));
            return true;
        });
    }

    @Override
    public boolean replace(String key, Optional<byte[]> before, byte[] after) {
        try {
            Path aside = vault(key).aside(file(key), mark(), new ByteArrayInputStream(after));
            return locked(key, () -> {
                boolean same = before.map(was ->
                                read(key).filter(is -> Arrays.equals(was, is)).isPresent())
                        .orElseGet(() -> !holds(key));
                if (same) Vault.put(aside, file(key));
                else Files.deleteIfExists(aside);
                return same;
            });
        } catch (IOException e) {
            throw trouble("write", key, e);
        }
    }

    @Override
    public boolean delete(String key) {
        try {
            if (!holds(key)) return false;
            return locked(key, () -> Files.deleteIfExists(file(key)));
        } catch (IOException e) {
            throw trouble("remove", key, e);
        }
    }

    @Override
    public boolean holds(String key) {
        return Files.isRegularFile(file(key));
    }

    @Override
    public List<String> keys(String prefix) {
        return files(prefix).stream()
                .filter(key -> KEY.matcher(key).matches()
                        && !OF_THE_MOMENT.matcher(key).matches())
                .sorted()
                .toList();
    }

    @Override
    public int sweep(String prefix) {
        int swept = 0;
        for (String left : files(prefix)) {
            if (!left.endsWith(Vault.PART)) continue;
            try {
                if (Files.deleteIfExists(root.resolve(left))) swept++;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + root.resolve(left) + ": " + why(e), e);
            }
        }
        return swept;
    }

    /** With slashes, relative to the folder. */
    private List<String> files(String prefix) {
        Path from = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(from)) return List.of();
        try (Stream<Path> walk = Files.walk(from)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + from + ": " + why(e), e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("cannot list " + from + ": " + e.getMessage(), new IOException(e));
        }
    }

    @Override
    public Optional<String> stamp(String key) {
        try {
            // Each writing makes another file.
            var now = Files.readAttributes(file(key), BasicFileAttributes.class);
            return Optional.of(now.fileKey() + " " + now.lastModifiedTime() + " " + now.size());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw trouble("read", key, e);
        }
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return KeptLease.take(this, clock, "leases/" + name, length);
    }

    @Override
    public String place(String key) {
        return file(key).toString();
    }

    @Override
    public String condition() {
        if (!Files.isDirectory(root))
            throw new StateTrouble("there is no folder " + root, new NoSuchFileException(root.toString()));
        return "in files of " + root + (vault.isClear() ? "" : ", encrypted");
    }

    private Path file(String key) {
        return root.resolve(Cabinet.checked(key));
    }

    private Vault vault(String key) {
        int part = key.indexOf('/');
        boolean clear = key.endsWith(ROW) || (part > 0 && CLEAR.contains(key.substring(0, part)));
        return clear ? Vault.clear() : vault;
    }

    /** Of a thread, which writes one value at a time, whatever cabinets it writes to. */
    private static String mark() {
        return ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    }

    private UncheckedIOException trouble(String doing, String key, IOException e) {
        return new UncheckedIOException("cannot " + doing + " " + place(key) + ": " + why(e), e);
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) return "access denied";
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Work on the folder that may fail. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T locked(String key, Work<T> work) throws IOException {
        int part = key.indexOf('/');
        Path guard = root.resolve(part < 0 ? "" : key.substring(0, part)).resolve(LOCK);
        own.lock();
        try {
            Files.createDirectories(guard.getParent());
            try (var channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = held(channel, guard)) {
                if (!held.isValid()) throw new IOException("lost the lock " + guard);
                return work.done();
            }
        } finally {
            own.unlock();
        }
    }

    private static FileLock held(FileChannel channel, Path guard) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException another) {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted while waiting for " + guard, e);
                }
            }
        }
        throw new IOException("waited too long for " + guard);
    }
}
