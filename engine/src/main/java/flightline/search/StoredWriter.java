package flightline.search;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Writes the values of an entry one after the other; {@link StoredReader} reads them in the same order. */
final class StoredWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    StoredWriter text(String text) {
        return data(text.getBytes(StandardCharsets.UTF_8));
    }

    StoredWriter data(byte[] data) {
        return number(data.length).raw(data);
    }

    StoredWriter number(int number) {
        try {
            out.writeInt(number);
            return this;
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    StoredWriter fraction(double number) {
        try {
            out.writeDouble(number);
            return this;
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    StoredWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    StoredWriter date(Optional<LocalDate> date) {
        return text(date.map(LocalDate::toString).orElse(""));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private StoredWriter raw(byte[] data) {
        bytes.writeBytes(data);
        return this;
    }

    private static IllegalStateException inMemory(IOException impossible) {
        return new IllegalStateException("writing to memory cannot fail", impossible);
    }
}
