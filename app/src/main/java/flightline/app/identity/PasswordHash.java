package flightline.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: Argon2id with its parameters, so that later ones may be stronger.
 *
 * @param memory KiB
 * @param passes over that memory
 * @param salt base 64 without padding, and so is {@code hash}
 */
record PasswordHash(int memory, int passes, int lanes, String salt, String hash) {
    /** The first of the two that OWASP's password storage sheet names: 46 MiB, one pass. */
    private static final int MEMORY = 47_104;

    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    /** The usual notation; bounds keep a damaged file from asking for all of the memory. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return made(salt, hash(password, MEMORY, PASSES, LANES, salt, HASH));
    }

    /** One that no password has, and that takes as long to compare with. */
    static PasswordHash nobodys(SecureRandom random) {
        byte[] salt = new byte[SALT];
        byte[] hash = new byte[HASH];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return made(salt, hash);
    }

    private static PasswordHash made(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(MEMORY, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Throws {@link IllegalArgumentException} for what is no such hash. */
    static PasswordHash read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("a password must be kept as $argon2id$v=19$…");
        return new PasswordHash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4),
                parts.group(5));
    }

    /** As {@link #read} takes it. */
    String text() {
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + salt + "$" + hash;
    }

    boolean matches(String password) {
        byte[] kept = Base64.getDecoder().decode(hash);
        return MessageDigest.isEqual(
                kept, hash(password, memory, passes, lanes, Base64.getDecoder().decode(salt), kept.length));
    }

    private static byte[] hash(String password, int memory, int passes, int lanes, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        // The same word typed on two keyboards may come in two forms of Unicode.
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "a password's hash";
    }
}
