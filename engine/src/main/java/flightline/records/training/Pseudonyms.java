package flightline.records.training;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for names: always the same for the same, and of no use to anybody without the key (HMAC-SHA256). Thirty bits
 * are shown, so of ten thousand airframes some five pairs per hundred sets share one.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    /** Crockford's base 32: no letter that is taken for a digit. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;

    private final SecretKeySpec key;

    /** @param key 32 bytes that are kept with the data; another key gives other names */
    public Pseudonyms(byte[] key) {
        if (key.length < 32) throw new IllegalArgumentException("a key needs 32 bytes, got " + key.length);
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** For example {@code TAIL-7F3K2M}; letter case, dashes and spaces make no difference. */
    public String of(Identifier kind, String value) {
        String folded = value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@.]", "");
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((kind.name() + "\n" + folded).getBytes(StandardCharsets.UTF_8));
            var name = new StringBuilder(kind.name()).append('-');
            for (int i = 0; i < LENGTH; i++) name.append(LETTERS.charAt(hash[i] & 31));
            return name.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime has no " + ALGORITHM, e);
        }
    }
}
