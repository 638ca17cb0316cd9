package flightline.flow;

import flightline.audit.SealKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whose signature a model must bear before it is taken in or loaded: public keys (Ed25519, PEM) that an administrator set up.
 * What is signed is one line that names the SHA-256 of the file, so a file of any size is signed and checked in no time, and
 * none of its bytes can be another.
 */
public final class ModelSeals {
    /** Nobody's: any model may be taken in. */
    public static final ModelSeals NONE = new ModelSeals(List.of());

    private static final int RAW_BYTES = 64;
    private static final int LARGEST = 4096;

    private final List<Path> keys;

    /** @param keys files with public keys; a good signature by one of them is enough */
    public ModelSeals(List<Path> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Where the signature of a file lies when nothing else is said: beside it, with {@code .sig} behind its name. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    /** A signature as it is kept, Base64, from a file that holds it so or as its 64 bytes; throws {@link UncheckedIOException}. */
    public static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST)
                throw new IOException("it has " + Files.size(file) + " bytes, a signature has " + RAW_BYTES);
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length == RAW_BYTES
                    ? Base64.getEncoder().encodeToString(bytes)
                    : new String(bytes, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signature " + file + ": " + e.getMessage(), e);
        }
    }

    /** The signature over a file of that hash, Base64; throws {@link UncheckedIOException} where the key cannot be used. */
    static String sign(Path privateKey, String sha256) {
        return SealKeys.sign(privateKey, statement(sha256));
    }

    /**
     * Why a file may not be loaded; empty where it may.
     *
     * @param sha256 of the file, lower-case hexadecimal
     * @param signature Base64; empty where there is none
     */
    Optional<String> objection(String sha256, String signature) {
        if (keys.isEmpty()) return Optional.empty();
        String named = keys.size() == 1
                ? keys.getFirst().toString()
                : keys.size() + " keys (" + keys.getFirst() + " and others)";
        if (signature.isEmpty()) return Optional.of("bears no signature, and one by " + named + " is asked for");
        try {
            for (Path key : keys)
                if (SealKeys.signed(SealKeys.publicKey(key), statement(sha256), signature)) return Optional.empty();
        } catch (UncheckedIOException e) {
            // A key that cannot be read lets nothing pass.
            return Optional.of("cannot be checked: " + e.getMessage());
        }
        return Optional.of("bears a signature that does not fit its SHA-256 " + sha256 + " and " + named);
    }

    private static String statement(String sha256) {
        return "flightline model sha256 " + sha256 + "\n";
    }
}
