package flightline.app.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Models that look again at what was found and at what was written, where an administrator installed any.
 *
 * @param passages reads each of the first passages together with the question, and orders them anew
 * @param statements reads each statement written anew together with its passages, and takes away what does not follow
 * @param first how many passages are read again
 */
public record SecondLooks(Optional<Pinned> passages, Optional<Pinned> statements, int first) {
    /** Where nothing is said: some tenths of a second with a small model on two cores. */
    public static final int FIRST = 30;

    /** More than this nobody waits for. */
    public static final int MOST = 200;

    public static final SecondLooks NONE = new SecondLooks(Optional.empty(), Optional.empty(), FIRST);

    /**
     * A model in a folder, as it was when the administrator chose it.
     *
     * @param sha256 of its file {@code model.onnx}, 64 hexadecimal digits
     */
    public record Pinned(Path folder, String sha256) {
        public Pinned {
            sha256 = sha256.strip().toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}"))
                throw new IllegalArgumentException(
                        "sha256 must be 64 hexadecimal digits (sha256sum model.onnx), got '" + sha256 + "'");
        }
    }

    public SecondLooks {
        if (first < 1 || first > MOST)
            throw new IllegalArgumentException("first must be 1.." + MOST + ", got " + first);
    }
}
