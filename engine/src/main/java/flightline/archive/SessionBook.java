package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.corpus.Marking;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Troubleshooting sessions, one JSON value each: what was complained of, what was checked and with what result, how it ended.
 * Each is replaced whole; several processes may work on one cabinet, and of two changes made from the same state one is
 * told that it came too late.
 */
public final class SessionBook {
    private static final TypeReference<Session> SESSION = new TypeReference<>() {};
    private static final Pattern ID = Pattern.compile("s\\d{8}-\\d{1,9}");
    private static final String FOLDER = "sessions/";
    private static final String ENDING = ".json";
    private static final String GONE = "removed from the library since";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public SessionBook(Cabinet cabinet) {
        this.cabinet = cabinet;
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
     * @param markings what somebody must be cleared for to see it, each of them: what the one who opened it was, and what its
     *     answers were drawn from
     * @param from marking of all that its answers were drawn from; empty in a file from before this was kept
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
            String from,
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
            from = Objects.requireNonNullElse(from, "");
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
                    id, state, opened, when, who, markings, from, complaint, aircraft, model, serial, on, top, others,
                    notes, cause, action, record);
        }

        /** With an answer that was drawn from material of this marking, besides what there was before. */
        public Session drawnFrom(Marking marking) {
            if (marking.equals(Marking.UNMARKED)) return this;
            var all = new LinkedHashSet<>(markings);
            all.add(marking.label());
            return new Session(
                    id,
                    state,
                    opened,
                    changed,
                    who,
                    List.copyOf(all),
                    marking().and(marking).label(),
                    complaint,
                    aircraft,
                    model,
                    serial,
                    on,
                    top,
                    steps,
                    notes,
                    cause,
                    action,
                    record);
        }

        /** Of all that its answers were drawn from. */
        public Marking marking() {
            return from.isEmpty() ? Marking.UNMARKED : new Marking(from);
        }

        /** @param note added to the notes, unless it is empty */
        public Session in(State other, String note, String when) {
            var more = new ArrayList<>(notes);
            if (!note.isEmpty()) more.add(note);
            return new Session(
                    id, other, opened, when, who, markings, from, complaint, aircraft, model, serial, on, top, steps,
                    more, cause, action, record);
        }

        public Session closed(String confirmed, String done, String became, String when) {
            return new Session(
                    id,
                    State.CLOSED,
                    opened,
                    when,
                    who,
                    markings,
                    from,
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
        return "s" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + cabinet.next(FOLDER + "last-number");
    }

    public void add(Session session) {
        cabinet.write(key(session.id()), text(session));
    }

    /** Whether the session was still as it was read, and so has been replaced. */
    public boolean replace(Session before, Session after) {
        Optional<byte[]> held = cabinet.read(key(before.id()));
        return held.filter(bytes -> before.equals(read(key(before.id()), bytes)))
                        .isPresent()
                && cabinet.replace(key(before.id()), held, text(after));
    }

    /** Absent where there is none, also for what is no id. */
    public Optional<Session> find(String id) {
        return ID.matcher(id).matches() ? cabinet.read(key(id)).map(bytes -> read(key(id), bytes)) : Optional.empty();
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
            // Who answered meanwhile keeps what they answered.
            for (Session before = session;
                    !before.equals(struck(before, hashes)) && !replace(before, struck(before, hashes)); ) {
                Optional<Session> now = find(session.id());
                if (now.isEmpty()) break;
                before = now.get();
            }
        }
    }

    private static Session struck(Session session, Collection<String> hashes) {
        if (session.steps().stream().noneMatch(s -> hashes.contains(s.source()))) return session;
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
        return session.with(struck, session.changed());
    }

    private List<Session> all() {
        return cabinet.keys(FOLDER).stream()
                .filter(key -> key.endsWith(ENDING))
                .flatMap(key -> cabinet.read(key).map(bytes -> read(key, bytes)).stream())
                .toList();
    }

    private byte[] text(Session session) {
        try {
            return json.writeValueAsBytes(session);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write down the session " + session.id(), e);
        }
    }

    private Session read(String key, byte[] bytes) {
        try {
            return json.readValue(bytes, SESSION);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the session " + cabinet.place(key) + ": " + e.getMessage(), e);
        }
    }

    private static String key(String id) {
        return FOLDER + id + ENDING;
    }
}
