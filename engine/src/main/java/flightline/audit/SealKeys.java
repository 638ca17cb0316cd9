package flightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair that seals the log, and how a key of that kind signs: Ed25519, by whatever provider the Java runtime is set to. The private half stays in
 * the audit folder, readable by its owner only; the public half is for whoever checks the log elsewhere.
 */
public final class SealKeys {
    static final String PRIVATE_FILE = "audit.key";
    static final String PUBLIC_FILE = "audit.pub";
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SealKeys(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** Makes a new pair in the folder and returns it. */
    static SealKeys make(Path folder) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            write(folder.resolve(PUBLIC_FILE), "PUBLIC KEY", pair.getPublic().getEncoded(), "rw-r--r--");
            write(folder.resolve(PRIVATE_FILE), "PRIVATE KEY", pair.getPrivate().getEncoded(), "rw-------");
            return new SealKeys(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IOException("no key for the audit log can be made: " + e.getMessage(), e);
        }
    }

    /** Whether the folder's log was ever sealed. */
    static boolean standIn(Path folder) {
        return Files.exists(folder.resolve(PRIVATE_FILE)) || Files.exists(folder.resolve(PUBLIC_FILE));
    }

    static SealKeys read(Path folder) throws IOException {
        return new SealKeys(privateKey(folder.resolve(PRIVATE_FILE)), publicKey(folder.resolve(PUBLIC_FILE)));
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded(file)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no Ed25519 private key", e);
        }
    }

    /** The public half as it stands in a PEM file; throws {@link UncheckedIOException} naming the file that holds none. */
    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the public key " + file + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(file + " holds no Ed25519 public key", e));
        }
    }

    /** Base64 of the signature over the text. */
    String sign(String text) throws IOException {
        return sign(privateKey, text);
    }

    /** Base64 of the signature over the text, by a private key in a PEM file; throws {@link UncheckedIOException} likewise. */
    public static String sign(Path privateKey, String text) {
        try {
            return sign(privateKey(privateKey), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sign with " + privateKey + ": " + e.getMessage(), e);
        }
    }

    private static String sign(PrivateKey privateKey, String text) throws IOException {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be signed: " + e.getMessage(), e);
        }
    }

    /** Whether that is the key's signature over the text, in Base64. */
    public static boolean signed(PublicKey key, String text, String signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] encoded(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII)
                    .replaceAll("-----(BEGIN|END) (PUBLIC|PRIVATE) KEY-----", "");
        } catch (NoSuchFileException missing) {
            throw new IOException("the key " + file + " is missing", missing);
        }
        return Base64.getMimeDecoder().decode(text);
    }

    private static void write(Path file, String what, byte[] encoded, String permissions) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "key", ".tmp");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(
                fresh,
                "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
