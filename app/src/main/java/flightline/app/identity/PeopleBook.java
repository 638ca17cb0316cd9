package flightline.app.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and keys: one value, sealed as the rest is. What one process or node writes, another sees with its next
 * question, so whoever is removed is out at once. Safe for several threads and processes.
 */
public final class PeopleBook {
    private static final String KEY = "people/people.json";
    private static final TypeReference<People> PEOPLE = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;
    private @Nullable Seen seen;

    public PeopleBook(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /** All of it. */
    public record People(List<Account> accounts, List<ApiKey> keys) {
        static final People NOBODY = new People(List.of(), List.of());

        public People {
            accounts = List.copyOf(accounts);
            keys = List.copyOf(keys);
        }

        public Optional<Account> account(String name) {
            return accounts.stream()
                    .filter(account -> account.name().equals(name))
                    .findFirst();
        }

        Optional<ApiKey> key(String id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }

    /** A reading, and the stamp that the value had. */
    private record Seen(String stamp, People people) {}

    public synchronized People people() {
        Optional<String> stamp = cabinet.stamp(KEY);
        if (stamp.isEmpty()) return People.NOBODY;
        Seen last = seen;
        if (last != null && last.stamp().equals(stamp.get())) return last.people();
        Optional<People> read = cabinet.read(KEY).map(this::read);
        read.ifPresent(people -> seen = new Seen(stamp.get(), people));
        return read.orElse(People.NOBODY);
    }

    /** Changes it; where somebody else did meanwhile, what they made of it is changed. */
    void change(UnaryOperator<People> change) {
        for (; ; ) {
            Optional<byte[]> before = cabinet.read(KEY);
            People after = change.apply(before.map(this::read).orElse(People.NOBODY));
            if (cabinet.replace(KEY, before, text(after))) return;
        }
    }

    private byte[] text(People people) {
        try {
            return json.writeValueAsBytes(people);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down who may sign in: " + e.getMessage(), e);
        }
    }

    private People read(byte[] bytes) {
        try {
            return json.readValue(bytes, PEOPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read who may sign in, " + cabinet.place(KEY) + ": " + e.getMessage(), e);
        }
    }
}
