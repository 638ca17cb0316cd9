package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.corpus.ContentHash;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dialogues, one JSON value each, apart for each one who leads them: what was asked, and where the answers stand
 * in the documents. What a document says is never kept here, so nothing has to be struck out when it is removed.
 */
public final class DialogueBook {
    /** Turns kept with all that was asked; of older ones only the last so many questions stay, with where their answers stand. */
    public static final int MOST_TURNS = 200;

    private static final TypeReference<Dialogue> DIALOGUE = new TypeReference<>() {};
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String FOLDER = "dialogues/";
    private static final String ENDING = ".json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public DialogueBook(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * One dialogue.
     *
     * @param begun ISO instant, and so is {@code changed}
     * @param who leads it
     * @param turns oldest first
     * @param dropped turns that were before these and are forgotten
     */
    public record Dialogue(String id, String begun, String changed, String who, List<Turn> turns, int dropped) {
        public Dialogue {
            turns = List.copyOf(turns);
        }

        /** With one turn more; the oldest is forgotten where there are too many. */
        public Dialogue with(Turn turn, String when) {
            var all = new ArrayList<>(turns);
            all.add(turn);
            int over = Math.max(0, all.size() - MOST_TURNS);
            return new Dialogue(id, begun, when, who, all.subList(over, all.size()), dropped + over);
        }
    }

    /**
     * One question and where its answer stands.
     *
     * @param asked as it was typed
     * @param question behind it
     * @param about words of the matter that it belongs to
     * @param kind how it hangs together with those before
     * @param outcome of the answer
     * @param audit id of the answer's audit entry
     * @param marking of all that the answer cites; empty in a file from before this was kept
     */
    public record Turn(
            String asked,
            String question,
            String about,
            String kind,
            String outcome,
            String audit,
            String when,
            List<Cited> cited,
            String marking) {
        public Turn {
            cited = List.copyOf(cited);
            marking = Objects.requireNonNullElse(marking, "");
        }
    }

    /**
     * Where an answer stands.
     *
     * @param source hash of the document's file
     * @param start of the quoted words in the document's source text, 0-based; {@code end} is exclusive
     */
    public record Cited(String document, String revision, String source, int start, int end) {}

    /** Whether this may be the id of a dialogue. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    public Optional<Dialogue> find(String who, String id) {
        return isId(id) ? read(key(who, id)) : Optional.empty();
    }

    /** Adds a turn, and begins the dialogue where there is none; gives its number, 1-based. */
    public int add(String who, String id, Turn turn) {
        String key = key(who, id);
        for (; ; ) {
            Optional<byte[]> held = cabinet.read(key);
            Dialogue before = held.map(bytes -> read(key, bytes))
                    .orElseGet(() -> new Dialogue(id, turn.when(), turn.when(), who, List.of(), 0));
            Dialogue after = before.with(turn, turn.when());
            // Whoever added another turn meanwhile keeps it.
            if (cabinet.replace(key, held, text(after)))
                return after.dropped() + after.turns().size();
        }
    }

    /** All of one who leads them, the one changed last first. */
    public List<Dialogue> of(String who) {
        return cabinet.keys(own(who)).stream()
                .filter(key -> key.endsWith(ENDING))
                .flatMap(key -> read(key).stream())
                .sorted(Comparator.comparing(Dialogue::changed)
                        .thenComparing(Dialogue::id)
                        .reversed())
                .toList();
    }

    /** Forgets it for good; false where there was none. */
    public boolean forget(String who, String id) {
        return isId(id) && cabinet.delete(key(who, id));
    }

    private Optional<Dialogue> read(String key) {
        return cabinet.read(key).map(bytes -> read(key, bytes));
    }

    private Dialogue read(String key, byte[] bytes) {
        try {
            return json.readValue(bytes, DIALOGUE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dialogue " + cabinet.place(key) + ": " + e.getMessage(), e);
        }
    }

    private byte[] text(Dialogue dialogue) {
        try {
            return json.writeValueAsBytes(dialogue);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write down the dialogue " + dialogue.id(), e);
        }
    }

    /** A name may hold anything, a key may not. */
    private static String own(String who) {
        return FOLDER + ContentHash.of(who).brief() + "/";
    }

    private static String key(String who, String id) {
        return own(who) + id + ENDING;
    }
}
