package flightline.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Reads a part of the log from its end. */
final class LogEnd {
    private static final int PIECE = 1 << 16;

    private LogEnd() {}

    /** Bytes up to the last line feed; what stands behind was being written when the process was killed. */
    static long whole(RandomAccessFile log) throws IOException {
        return lastLineFeed(log, log.length()) + 1;
    }

    /** The line of the entry that ends there; throws {@link IOException} where it was altered. */
    static String last(RandomAccessFile log, long whole) throws IOException {
        long start = lastLineFeed(log, whole - 1) + 1;
        byte[] line = new byte[(int) (whole - 1 - start)];
        log.seek(start);
        log.readFully(line);
        String text = new String(line, StandardCharsets.UTF_8);
        try {
            var ignored = AuditLine.follow(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "its last entry was altered (" + e.getMessage() + "); run 'flightline audit verify'", e);
        }
    }

    /** Offset of the last line feed before {@code end}, or -1. */
    private static long lastLineFeed(RandomAccessFile log, long end) throws IOException {
        for (long to = end; to > 0; to -= PIECE) {
            long from = Math.max(0, to - PIECE);
            byte[] piece = new byte[(int) (to - from)];
            log.seek(from);
            log.readFully(piece);
            for (int i = piece.length - 1; i >= 0; i--) if (piece[i] == '\n') return from + i;
        }
        return -1;
    }
}
