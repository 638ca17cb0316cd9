package flightline.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The keys of a data folder. Those that files are encrypted with lie in the folder, in {@code vault/keys.json}, themselves
 * encrypted with the administrator's key, which lies in a file of its own elsewhere. Changing the administrator's key
 * rewrites one file; a new key for files is used for what is written from then on, while older ones are kept for reading.
 */
public final class VaultKeys {
    private static final byte[] BOUND = "flightline vault keys 1".getBytes(StandardCharsets.UTF_8);

    private final Path root;

    /** @param root the data folder */
    public VaultKeys(Path root) {
        this.root = root;
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no usable provider of AES-GCM: " + e.getMessage(), e);
        }
    }

    /** What came of opening. */
    public sealed interface Opening {
        record Opened(Vault vault) implements Opening {}

        /** And what an administrator has to do. */
        record Refused(String why) implements Opening {}
    }

    /** Whether the folder is encrypted, or about to be. */
    public boolean present() {
        return Files.exists(file());
    }

    /** Whether some of its files are still as they were before the last change of keys. */
    public boolean unfinished() {
        return Files.exists(marker());
    }

    /** How many keys files may be encrypted with; 0 in a folder that is not encrypted. */
    public int count(Path administratorKey) throws Unusable {
        return present() ? keyset(administratorKey).size() : 0;
    }

    /** The way to the files of the folder; {@link Vault#clear()} where it is not encrypted, whatever key is named. */
    public Opening open(Optional<Path> administratorKey) {
        if (!present()) return new Opening.Opened(Vault.clear());
        if (unfinished())
            return new Opening.Refused(root + " is being encrypted and not all of it is: run `flightline key finish`");
        if (administratorKey.isEmpty())
            return new Opening.Refused(root + " is encrypted: name the file of its key, as encryption.key-file in the"
                    + " configuration or in the variable FLIGHTLINE_KEY_FILE");
        try {
            return new Opening.Opened(vault(administratorKey.get()));
        } catch (Unusable e) {
            return new Opening.Refused(String.valueOf(e.getMessage()));
        }
    }

    Vault vault(Path administratorKey) throws Unusable {
        try {
            return new LockedVault(
                    root, keyset(administratorKey).getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (GeneralSecurityException e) {
            throw new Unusable("the keys in " + file() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Makes a key for an administrator; the file must not exist. It is readable for its owner alone. */
    public void makeAdministratorKey(Path target) throws Unusable {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String text = TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
            if (target.toAbsolutePath().getParent() != null)
                Files.createDirectories(target.toAbsolutePath().getParent());
            if (Files.getFileStore(target.toAbsolutePath().getParent()).supportsFileAttributeView("posix"))
                Files.createFile(
                        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            else Files.createFile(target);
            Files.writeString(target, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Unusable("cannot write the key " + target + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new Unusable("cannot make a key: " + e.getMessage(), e);
        }
    }

    /** Gives the folder its first key, or one more that is used from now on; files are written anew by {@link Rewriting}. */
    public void add(Path administratorKey) throws Unusable {
        try {
            KeysetHandle.Builder builder =
                    present() ? KeysetHandle.newBuilder(keyset(administratorKey)) : KeysetHandle.newBuilder();
            builder.addEntry(
                    KeysetHandle.generateEntryFromParameters(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB)
                            .withRandomId()
                            .makePrimary());
            write(builder.build(), administratorKey);
            Files.createDirectories(marker().getParent());
            if (!unfinished()) Files.createFile(marker());
        } catch (GeneralSecurityException e) {
            throw new Unusable("cannot make a key for " + root + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unusable("cannot write in " + marker().getParent() + ": " + e.getMessage(), e);
        }
    }

    /** Every file is under the newest key now; older ones are forgotten. */
    void finished(Path administratorKey) throws Unusable {
        try {
            KeysetHandle all = keyset(administratorKey);
            write(
                    KeysetHandle.newBuilder()
                            .addEntry(KeysetHandle.importKey(all.getPrimary().getKey())
                                    .withFixedId(all.getPrimary().getId())
                                    .makePrimary())
                            .build(),
                    administratorKey);
            Files.deleteIfExists(marker());
        } catch (GeneralSecurityException e) {
            throw new Unusable("cannot forget older keys: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unusable("cannot remove " + marker() + ": " + e.getMessage(), e);
        }
    }

    /** From now on another administrator's key opens the folder, and the former one does not. */
    public void change(Path from, Path to) throws Unusable {
        write(keyset(from), to);
    }

    private KeysetHandle keyset(Path administratorKey) throws Unusable {
        Aead administrator = administrator(administratorKey);
        try {
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(Files.readString(file()), administrator, BOUND);
        } catch (IOException e) {
            throw new Unusable("cannot read " + file() + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new Unusable(administratorKey + " is not the key that " + file() + " was encrypted with", e);
        }
    }

    private void write(KeysetHandle keys, Path administratorKey) throws Unusable {
        Aead administrator = administrator(administratorKey);
        try {
            Vault.clear()
                    .write(
                            file(),
                            TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, administrator, BOUND)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Unusable("cannot encrypt the keys: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new Unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Aead administrator(Path file) throws Unusable {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new Unusable("cannot read the key " + file + ": there is no such file, or it may not be read", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Unusable(file + " holds no key for a data folder", e);
        }
    }

    private Path file() {
        return root.resolve("vault/keys.json");
    }

    private Path marker() {
        return root.resolve("vault/unfinished");
    }

    /** Keys cannot be read, made or written; the message says which and what to do. It holds no key. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
