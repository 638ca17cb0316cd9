package flightline.eval.papers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that stay the same as long as what they name does: version 5 of RFC 9562, since OSCAL takes versions 4 and 5 only. */
final class StableId {
    /** A random UUID, drawn once, under which all names of this product lie. */
    private static final UUID NAMES = UUID.fromString("5b0c6a52-6f0e-4a57-9d61-0d4c1f6f2b8e");

    private StableId() {}

    static String of(String name) {
        byte[] digest = sha1(name);
        ByteBuffer first = ByteBuffer.wrap(digest);
        long high = (first.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (first.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMES.getMostSignificantBits())
                    .putLong(NAMES.getLeastSignificantBits())
                    .flip());
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
