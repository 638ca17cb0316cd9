package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dialogues, one JSON file each, in a folder of each one's own who leads them: what was asked, and where the answers stand
 * in the documents. What a document says is never kept here, so nothing has to be struck out when it is removed.
 */
public final class DialogueBook {
    /** Turns kept with all that was asked; of older ones only the last so many questions stay, with where their answers stand. */
    public static final int MOST_TURNS = 200;

    private static final TypeReference<Dialogue> DIALOGUE = new TypeReference<>() {};
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Vault vault;

    /** One in the clear. */
    public DialogueBook(Path root) {
        this(root, Vault.clear());
    }

    /** @param root the data folder */
    public DialogueBook(Path root, Vault vault) {
        this.folder = root.resolve("dialogues");
        this.vault = vault;
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
     */
    public record Turn(
            String asked,
            String question,
            String about,
            String kind,
            String outcome,
            String audit,
            String when,
            List<Cited> cited) {
        public Turn {
            cited = List.copyOf(cited);
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
        return isId(id) ? read(file(who, id)) : Optional.empty();
    }

    /** Adds a turn, and begins the dialogue where there is none; gives its number, 1-based. */
    public int add(String who, String id, Turn turn) {
        return locked(who, () -> {
            Dialogue before =
                    read(file(who, id)).orElseGet(() -> new Dialogue(id, turn.when(), turn.when(), who, List.of(), 0));
            Dialogue after = before.with(turn, turn.when());
            vault.write(file(who, id), json.writeValueAsBytes(after));
            return after.dropped() + after.turns().size();
        });
    }

    /** All of one who leads them, the one changed last first. */
    public List<Dialogue> of(String who) {
        Path own = own(who);
        if (!Files.isDirectory(own)) return List.of();
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(f -> f.toString().endsWith(ENDING))
                    .flatMap(f -> read(f).stream())
                    .sorted(Comparator.comparing(Dialogue::changed)
                            .thenComparing(Dialogue::id)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + own + ": " + e.getMessage(), e);
        }
    }

    /** Forgets it for good; false where there was none. */
    public boolean forget(String who, String id) {
        if (!isId(id)) return false;
        return locked(who, () -> Files.deleteIfExists(file(who, id)));
    }

    private Optional<Dialogue> read(Path file) {
        try {
            return Optional.of(json.readValue(vault.read(file), DIALOGUE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dialogue " + file + ": " + e.getMessage(), e);
        }
    }

    /** A name may hold anything, a folder's name may not. */
    private Path own(String who) {
        return folder.resolve(ContentHash.of(who).brief());
    }

    private Path file(String who, String id) {
        return own(who).resolve(id + ENDING);
    }

    /** Work on the folder that may fail. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private synchronized <T> T locked(String who, Work<T> work) {
        try {
            Files.createDirectories(own(who));
            try (var guard = FileChannel.open(
                            own(who).resolve("dialogues.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = guard.lock()) {
                if (!held.isValid()) throw new IOException("lost the lock on " + own(who));
                return work.done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the dialogue in " + own(who) + ": " + e.getMessage(), e);
        }
    }
}
