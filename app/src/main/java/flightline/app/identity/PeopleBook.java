package flightline.app.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and keys: one file of the data folder, sealed as the rest is. What one process writes, another sees with its next
 * question, so whoever is removed is out at once. Safe for several threads and processes.
 */
public final class PeopleBook {
    private static final TypeReference<People> PEOPLE = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Path file;
    private final Vault vault;
    private @Nullable Seen seen;

    /** @param root the data folder */
    public PeopleBook(Path root, Vault vault) {
        this.folder = root.resolve("people");
        this.file = folder.resolve("people.json");
        this.vault = vault;
    }

    /** All of it. */
    public record People(List<Account> accounts, List<ApiKey> keys) {
        static final People NOBODY = new People(List.of(), List.of());

        public People {
            accounts = List.copyOf(accounts);
            keys = List.copyOf(keys);
        }

        public Optional<Account> account(String name) {
            return accounts.stream()
                    .filter(account -> account.name().equals(name))
                    .findFirst();
        }

        Optional<ApiKey> key(String id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }

    /** A reading, and what the file looked like; each writing makes another file. */
    private record Seen(@Nullable Object key, long modified, long size, People people) {
        boolean isStillOf(BasicFileAttributes now) {
            return java.util.Objects.equals(key, now.fileKey())
                    && modified == now.lastModifiedTime().toMillis()
                    && size == now.size();
        }
    }

    public synchronized People people() {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            Seen last = seen;
            if (last != null && last.isStillOf(now)) return last.people();
            People read = json.readValue(vault.read(file), PEOPLE);
            seen = new Seen(now.fileKey(), now.lastModifiedTime().toMillis(), now.size(), read);
            return read;
        } catch (NoSuchFileException e) {
            return People.NOBODY;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read who may sign in, " + file + ": " + e.getMessage(), e);
        }
    }

    /** Changes it while nobody else does. */
    synchronized void change(UnaryOperator<People> change) {
        try {
            Files.createDirectories(folder);
            try (var guard = FileChannel.open(
                            folder.resolve("people.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = guard.lock()) {
                if (!held.isValid()) throw new IOException("lost the lock on " + folder);
                seen = null;
                vault.write(file, json.writeValueAsBytes(change.apply(people())));
                seen = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write who may sign in, " + file + ": " + e.getMessage(), e);
        }
    }
}
