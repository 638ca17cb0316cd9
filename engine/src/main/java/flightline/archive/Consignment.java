package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.state.Cabinet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Originals and what was read from them, on their way into the archive. They are written together: where the archive lies on
 * another machine, each value for itself would be waited for.
 */
public final class Consignment {
    /** Bytes that are worth a writing; what waits is in memory. */
    private static final long MUCH = 8 << 20;

    private final Archive archive;
    private final Cabinet cabinet;
    private final LinkedHashMap<String, Optional<byte[]>> values = new LinkedHashMap<>();
    private long bytes;

    Consignment(Archive archive, Cabinet cabinet) {
        this.archive = archive;
        this.cabinet = cabinet;
    }

    /** Puts a file to the others, and what was read from it in place of what was read before. */
    public void add(ContentHash hash, byte[] original, List<StructuredDocument> documents) {
        for (var each : archive.whole(hash, original, documents).entrySet()) {
            var before = values.putLast(each.getKey(), each.getValue());
            if (before != null) bytes -= size(before);
            bytes += size(each.getValue());
        }
    }

    private static long size(Optional<byte[]> value) {
        return value.map(all -> (long) all.length).orElse(0L);
    }

    /** Whether so much waits that it should be written. */
    public boolean isMuch() {
        return bytes > MUCH;
    }

    /** Writes all of it; an exception where something could not be, and nothing waits then either. */
    public void write() {
        try {
            cabinet.change(values);
        } finally {
            values.clear();
            bytes = 0;
        }
    }
}
