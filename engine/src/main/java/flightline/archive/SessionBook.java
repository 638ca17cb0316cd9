package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Troubleshooting sessions, one JSON file each: what was complained of, what was checked and with what result, how it ended.
 * A file is replaced whole; several processes may work on one folder, and of two changes made from the same state one is
 * told that it came too late.
 */
public final class SessionBook {
    private static final TypeReference<Session> SESSION = new TypeReference<>() {};
    private static final Pattern ID = Pattern.compile("s\\d{8}-\\d{1,9}");
    private static final String ENDING = ".json";
    private static final String GONE = "removed from the library since";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Vault vault;

    /** One in the clear. */
    public SessionBook(Path root) {
        this(root, Vault.clear());
    }

    /** @param root the data folder */
    public SessionBook(Path root, Vault vault) {
        this.folder = root.resolve("sessions");
        this.vault = vault;
    }

    /** How a session stands. */
    public enum State {
        OPEN,
        /** Open for whoever takes it over. */
        HANDED_OVER,
        STOPPED,
        CLOSED
    }

    /**
     * One session.
     *
     * @param opened ISO instant, and so is {@code changed}
     * @param markings what the one who opened it might see; nobody who may see less goes on with it
     * @param aircraft empty where not named; so are {@code model} and {@code serial}
     * @param on ISO date on which documents must be in force
     * @param cause confirmed when it was closed, else empty
     * @param action what was done, else empty
     * @param record id of the maintenance record that it became, else empty
     */
    public record Session(
            String id,
            State state,
            String opened,
            String changed,
            String who,
            List<String> markings,
            String complaint,
            String aircraft,
            String model,
            String serial,
            String on,
            int top,
            List<Step> steps,
            List<String> notes,
            String cause,
            String action,
            String record) {
        public Session {
            markings = List.copyOf(markings);
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
        }

        /** Whether answers are taken. */
        public boolean goesOn() {
            return switch (state) {
                case OPEN, HANDED_OVER -> true;
                case STOPPED, CLOSED -> false;
            };
        }

        public Session with(List<Step> others, String when) {
            return new Session(
                    id, state, opened, when, who, markings, complaint, aircraft, model, serial, on, top, others, notes,
                    cause, action, record);
        }

        /** @param note added to the notes, unless it is empty */
        public Session in(State other, String note, String when) {
            var more = new ArrayList<>(notes);
            if (!note.isEmpty()) more.add(note);
            return new Session(
                    id, other, opened, when, who, markings, complaint, aircraft, model, serial, on, top, steps, more,
                    cause, action, record);
        }

        public Session closed(String confirmed, String done, String became, String when) {
            return new Session(
                    id,
                    State.CLOSED,
                    opened,
                    when,
                    who,
                    markings,
                    complaint,
                    aircraft,
                    model,
                    serial,
                    on,
                    top,
                    steps,
                    notes,
                    confirmed,
                    done,
                    became);
        }
    }

    /**
     * An answered check.
     *
     * @param text of the check as it was shown
     * @param document key of the document that it stands in, or id of the record
     * @param source hash of the document's file, empty for a record
     * @param parts causes that the check is about
     * @param likelihoods of the answer by part
     */
    public record Step(
            String check,
            String text,
            String document,
            String source,
            String node,
            boolean repaired,
            List<String> parts,
            String answer,
            Map<String, Double> likelihoods,
            double otherwise,
            String when,
            String who) {
        public Step {
            parts = List.copyOf(parts);
            likelihoods = Map.copyOf(likelihoods);
        }
    }

    /** A new id, never given before. */
    public String reserve(LocalDate day) {
        return locked(() -> {
            Path counter = folder.resolve("last-number");
            long last = Files.exists(counter)
                    ? Long.parseLong(Files.readString(counter).strip())
                    : 0;
            Vault.clear().write(counter, Long.toString(last + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return "s" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + (last + 1);
        });
    }

    public void add(Session session) {
        locked(() -> {
            write(session);
            return session;
        });
    }

    /** Whether the session was still as it was read, and so has been replaced. */
    public boolean replace(Session before, Session after) {
        return locked(() -> {
            boolean same = read(file(before.id())).filter(before::equals).isPresent();
            if (same) write(after);
            return same;
        });
    }

    /** Absent where there is none, also for what is no id. */
    public Optional<Session> find(String id) {
        return ID.matcher(id).matches() ? read(file(id)) : Optional.empty();
    }

    /** The last sessions, the one changed last first. */
    public List<Session> latest(int count) {
        return all().stream()
                .sorted(Comparator.comparing(Session::changed)
                        .thenComparing(Session::id)
                        .reversed())
                .limit(count)
                .toList();
    }

    /** How many take answers. */
    public long goingOn() {
        return all().stream().filter(Session::goesOn).count();
    }

    /** Strikes out what steps say of these files. */
    public void strike(Collection<String> hashes) {
        for (Session session : all()) {
            if (session.steps().stream().noneMatch(s -> hashes.contains(s.source()))) continue;
            List<Step> struck = session.steps().stream()
                    .map(s -> hashes.contains(s.source())
                            ? new Step(
                                    s.check(),
                                    GONE,
                                    "",
                                    "",
                                    "",
                                    s.repaired(),
                                    List.of(),
                                    s.answer(),
                                    Map.of(),
                                    1,
                                    s.when(),
                                    s.who())
                            : s)
                    .toList();
            add(session.with(struck, session.changed()));
        }
    }

    private List<Session> all() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING))
                    .flatMap(f -> read(f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private void write(Session session) throws IOException {
        vault.write(file(session.id()), json.writeValueAsBytes(session));
    }

    private Optional<Session> read(Path file) {
        try {
            return Optional.of(json.readValue(vault.read(file), SESSION));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the session " + file + ": " + e.getMessage(), e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /** Work on the folder that may fail. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private synchronized <T> T locked(Work<T> work) {
        try {
            Files.createDirectories(folder);
            try (var guard = FileChannel.open(
                            folder.resolve("sessions.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = guard.lock()) {
                if (!held.isValid()) throw new IOException("lost the lock on " + folder);
                return work.done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the session in " + folder + ": " + e.getMessage(), e);
        }
    }
}
