package flightline.ingest.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Fails at the end of a file whose size or checksum is not what the archive says. */
final class CheckedContent extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long size;
    private final long checksum;
    private long count;

    CheckedContent(InputStream in, long size, long checksum) {
        super(in);
        this.size = size;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got > 0) {
            count += got;
            sum.update(into, from, got);
            if (size >= 0 && count > size)
                throw new IOException("the archive says " + size + " bytes, but there are more");
        } else if (got < 0) {
            if (size >= 0 && count < size)
                throw new IOException("the archive says " + size + " bytes, but there are " + count);
            if (checksum >= 0 && sum.getValue() != checksum)
                throw new IOException("damaged: its checksum is not the one in the archive");
        }
        return got;
    }
}
