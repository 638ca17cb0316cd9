package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Where in the source text elements were written, with all in them. */
final class Ranges {
    /**
     * @param start offset of the first character
     * @param end offset after the last one
     */
    record Range(int start, int end) {
        boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    private final IdentityHashMap<XmlElement, Range> written = new IdentityHashMap<>();

    /** The first time counts: an element that is written again, such as a warning in a table, stands there too. */
    void put(XmlElement element, int start, int end) {
        if (end > start) written.putIfAbsent(element, new Range(start, end));
    }

    Optional<Range> of(XmlElement element) {
        return Optional.ofNullable(written.get(element));
    }
}
