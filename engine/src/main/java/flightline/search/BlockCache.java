package flightline.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decrypted blocks of an index's files, those used last, so that a graph of vectors is not decrypted again for every step. Safe for several threads. */
final class BlockCache {
    /** Bytes of a block: four segments of the encryption. */
    static final int BLOCK = 1 << 14;
    /** 64 MiB of them. */
    private static final int KEPT = 1 << 12;

    /** @param file number of one opening of one file */
    private record Place(long file, long block) {}

    private long openings;

    private final Map<Place, byte[]> blocks = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** A number for a file that was opened. */
    synchronized long opening() {
        return ++openings;
    }

    synchronized byte @Nullable [] get(long file, long block) {
        return blocks.get(new Place(file, block));
    }

    synchronized void put(long file, long block, byte[] bytes) {
        blocks.put(new Place(file, block), bytes);
    }

    synchronized void forget(long file) {
        for (Iterator<Place> each = blocks.keySet().iterator(); each.hasNext(); )
            if (each.next().file() == file) each.remove();
    }
}
