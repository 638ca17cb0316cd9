package flightline.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/** Reads what {@link StoredWriter} wrote, in the same order. */
final class StoredReader {
    private final ByteBuffer in;
    private final int start;

    StoredReader(BytesRef bytes) {
        in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        start = in.position();
    }

    String text() {
        int length = number();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    byte[] data() {
        byte[] data = new byte[number()];
        in.get(data);
        return data;
    }

    /** How many bytes were read so far. */
    int length() {
        return in.position() - start;
    }

    boolean more() {
        return in.hasRemaining();
    }

    int number() {
        return in.getInt();
    }

    double fraction() {
        return in.getDouble();
    }

    List<String> texts() {
        int size = number();
        var texts = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) texts.add(text());
        return texts;
    }

    Optional<LocalDate> date() {
        String text = text();
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
