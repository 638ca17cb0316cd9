package flightline.diff;

import flightline.corpus.Place;
import flightline.corpus.SafetyKind;
import java.util.List;
import java.util.Optional;

/**
 * One difference between two revisions.
 *
 * @param block what changed: {@code warning}, {@code caution}, {@code note}, {@code step}, {@code row}, {@code heading}, …; {@code warning →
 *     caution} where it is another now
 * @param safety the graver one of both sides
 * @param before as it was; absent for what was added
 * @param after as it is; absent for what was removed
 * @param words of both sides in reading order, for what is on both; empty otherwise
 */
public record Change(
        Kind kind,
        Rank rank,
        String block,
        Optional<SafetyKind> safety,
        Optional<Side> before,
        Optional<Side> after,
        List<WordEdit> words) {

    /** What happened to the block. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same words elsewhere in the document. */
        MOVED,
        /** The same words for other aircraft. */
        APPLICABILITY
    }

    /** What a reader must see first. */
    public enum Rank {
        /** Warnings and cautions. */
        SAFETY,
        /** A number, torque, unit or part number is another. */
        VALUE,
        /** What is done. */
        STEP,
        OTHER
    }

    /**
     * The block in one of the revisions.
     *
     * @param number as printed or counted; a table row is known by its first cell; empty where there is none
     * @param text of a table row, its cells parted by {@code " | "}
     * @param effectivity in words
     */
    public record Side(String number, String text, List<String> path, Place place, String effectivity) {
        public Side {
            path = List.copyOf(path);
        }
    }

    public Change {
        words = List.copyOf(words);
        if (before.isEmpty() && after.isEmpty())
            throw new IllegalArgumentException("a change needs a side, got neither before nor after");
    }

    /** The side to show where it stands: the newer one, where there is one. */
    public Side side() {
        return after.or(() -> before).orElseThrow();
    }
}
