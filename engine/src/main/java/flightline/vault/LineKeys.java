package flightline.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys for lines that are written once and may never be written anew, as those of a log are. They lie in a file of their own
 * that the vault keeps, so that a change of the folder's keys, or of the administrator's, reaches them without touching a line.
 * A line names the key it was locked with; new ones are added, older ones stay for reading. AES-256-GCM. Safe for several threads.
 */
public final class LineKeys {
    private static final LineKeys CLEAR = new LineKeys(Vault.clear(), Path.of(""));

    private final Vault vault;
    private final Path file;
    private @Nullable Aead keys;

    private LineKeys(Vault vault, Path file) {
        this.vault = vault;
        this.file = file;
    }

    /** Locks nothing. */
    public static LineKeys clear() {
        return CLEAR;
    }

    /**
     * Keys that lie in that file; none where the vault keeps everything as it is.
     *
     * @param file made with the first line that is locked
     */
    public static LineKeys in(Vault vault, Path file) {
        if (vault.isClear()) return CLEAR;
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no usable provider of AES-GCM: " + e.getMessage(), e);
        }
        return new LineKeys(vault, file);
    }

    /** Whether lines stay as they are. */
    public boolean areClear() {
        return vault.isClear();
    }

    /**
     * The line in Base64, readable with these keys alone.
     *
     * @param place where it will stand; in another place it cannot be read
     */
    public String lock(String line, String place) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(keys(true).encrypt(bytes(line), bytes(place)));
        } catch (GeneralSecurityException e) {
            throw new IOException("a line cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /** The line again; throws {@link IOException} where there is no key for it, or it was changed or moved. */
    public String unlock(String locked, String place) throws IOException {
        if (areClear()) throw new IOException("it is encrypted, and the folder's key was not named");
        try {
            return new String(
                    keys(false).decrypt(Base64.getDecoder().decode(locked), bytes(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("it cannot be read with the keys in " + file + ": it was changed or moved", e);
        }
    }

    /** Adds a key that lines are locked with from now on. */
    public synchronized void add() throws IOException {
        if (areClear()) throw new IllegalStateException("nothing is encrypted here");
        try {
            KeysetHandle.Builder builder =
                    Files.exists(file) ? KeysetHandle.newBuilder(keyset()) : KeysetHandle.newBuilder();
            KeysetHandle all = builder.addEntry(
                            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                    .withRandomId()
                                    .makePrimary())
                    .build();
            vault.write(file, bytes(TinkJsonProtoKeysetFormat.serializeKeyset(all, InsecureSecretKeyAccess.get())));
            keys = aead(all);
        } catch (GeneralSecurityException e) {
            throw new IOException("no key for lines can be made: " + e.getMessage(), e);
        }
    }

    private synchronized Aead keys(boolean toWrite) throws IOException, GeneralSecurityException {
        Aead held = keys;
        if (held != null) return held;
        if (toWrite && !Files.exists(file)) add();
        Aead read = aead(keyset());
        keys = read;
        return read;
    }

    private KeysetHandle keyset() throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                new String(vault.read(file), StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
    }

    private static Aead aead(KeysetHandle all) throws GeneralSecurityException {
        return all.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
