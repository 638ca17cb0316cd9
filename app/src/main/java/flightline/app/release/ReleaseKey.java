package flightline.app.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private key that a release is signed with: Ed25519, as {@code openssl genpkey} writes it. It is read, used and forgotten. */
public final class ReleaseKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private ReleaseKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param file PEM, PKCS #8, without a password
     * @throws IOException naming the file where it holds no such key
     */
    public static ReleaseKey read(Path file) throws IOException {
        String text =
                Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
            return new ReleaseKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file + " holds no Ed25519 private key; make one with: openssl genpkey -algorithm ed25519 -out FILE",
                    e);
        }
    }

    /** Writes the 64 bytes of the signature over a file beside it. */
    void sign(Path file, Path into) throws IOException {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(Files.readAllBytes(file));
            Files.write(into, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be signed: " + e.getMessage(), e);
        }
    }
}
