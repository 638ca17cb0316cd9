package flightline.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a sequence of bytes; the address under which the original is kept.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {
    public ContentHash {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && !Character.isUpperCase(c)))
            throw new IllegalArgumentException("SHA-256 must be 64 lower-case hexadecimal digits, got '" + hex + "'");
    }

    public static ContentHash of(byte[] bytes) {
        return new ContentHash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    public static ContentHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh digest, for callers that hash a stream; finish it with {@link #of(MessageDigest)}. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public static ContentHash of(MessageDigest finished) {
        return new ContentHash(HexFormat.of().formatHex(finished.digest()));
    }

    /** The first twelve digits, enough to tell files apart on a screen. */
    public String brief() {
        return hex.substring(0, 12);
    }
}
