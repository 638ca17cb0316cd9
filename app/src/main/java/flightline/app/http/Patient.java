package flightline.app.http;

import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that must have come by some time and may have so many bytes; else reading it throws the {@link Problem}. */
final class Patient extends InputStream {
    private final InputStream in;
    private final long most;
    private final Duration patience;
    private final LongSupplier nanos;
    private final long began;
    private long read;

    Patient(InputStream in, long most, Duration patience, LongSupplier nanos) {
        this.in = in;
        this.most = most;
        this.patience = patience;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (nanos.getAsLong() - began > patience.toNanos())
            throw new Problem(
                    Status.REQUEST_TIMEOUT_408, "the body was not there after " + patience.toSeconds() + " s");
        int count = in.read(bytes, from, length);
        if (count > 0) read += count;
        if (read > most)
            throw new Problem(
                    Status.REQUEST_ENTITY_TOO_LARGE_413, "a body may have " + most + " bytes here, this one has more");
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
