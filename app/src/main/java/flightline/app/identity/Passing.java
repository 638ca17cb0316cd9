package flightline.app.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of one kind that pass: each is JSON under a name, in the memory of this process or where every node sees it. What cannot
 * be read, as from another version, is as if it were not there.
 */
final class Passing<T> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cabinet cabinet;
    private final String folder;
    private final Class<T> type;

    Passing(Cabinet cabinet, String folder, Class<T> type) {
        this.cabinet = cabinet;
        this.folder = folder + "/";
        this.type = type;
    }

    Optional<T> find(String name) {
        return cabinet.read(folder + name).flatMap(this::read);
    }

    void put(String name, T value) {
        cabinet.write(folder + name, text(value));
    }

    /** Takes it away; of several who want it, one gets it. */
    Optional<T> take(String name) {
        Optional<T> found = find(name);
        return cabinet.delete(folder + name) ? found : Optional.empty();
    }

    /** Makes another of it; absent where there is none, or where none shall be. */
    void change(String name, Function<Optional<T>, Optional<T>> change) {
        for (; ; ) {
            Optional<byte[]> before = cabinet.read(folder + name);
            Optional<T> after = change.apply(before.flatMap(this::read));
            if (after.isEmpty()) {
                var ignored = cabinet.delete(folder + name);
                return;
            }
            if (cabinet.replace(folder + name, before, text(after.get()))) return;
        }
    }

    private byte[] text(T value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down what passes in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Optional<T> read(byte[] bytes) {
        try {
            return Optional.of(JSON.readValue(bytes, type));
        } catch (IOException other) {
            return Optional.empty();
        }
    }
}
