package flightline.learning;

import java.io.IOException;

/** Guards against a damaged file that names absurd sizes. */
final class Sizes {
    private static final int MOST = 100_000_000;

    private Sizes() {}

    static int checked(int size, String what) throws IOException {
        if (size < 0 || size > MOST) throw new IOException("a learned model cannot have " + size + " " + what);
        return size;
    }
}
