package flightline.app.identity;

import flightline.corpus.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody can guess, and what is kept of them. */
final class Secrets {
    /** 256 bits. */
    private static final int BYTES = 32;

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 43 characters that may stand in an address, a header and a cookie. */
    String word() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    SecureRandom random() {
        return random;
    }

    /** What is kept in its place. A word of 256 random bits needs no slow hash: nobody tries them all. */
    static String kept(String word) {
        return ContentHash.of(word).hex();
    }

    /** Takes as long for a wrong word as for the right one. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
