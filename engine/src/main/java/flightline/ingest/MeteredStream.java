package flightline.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is unpacked, and gives up where it becomes more than it may. Closing it leaves the stream beneath open. */
final class MeteredStream extends FilterInputStream {
    private final long byRatio;
    private final long inAll;
    private long count;

    MeteredStream(InputStream in, long byRatio, long inAll) {
        super(in);
        this.byRatio = byRatio;
        this.inAll = inAll;
    }

    long count() {
        return count;
    }

    boolean overall() {
        return count > inAll;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got > 0) count += got;
        if (count > inAll) throw new TooMuch("");
        if (count > byRatio)
            throw new TooMuch("unpacks to more than " + (byRatio >> 20)
                    + " MiB, out of all proportion to its packed size: a bomb, or a damaged archive");
        return got;
    }

    @Override
    public void close() {
        // The holder's stream goes on to the next member.
    }

    /** More than may be unpacked. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }
}
