package flightline.corpus;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a source text piece by piece and hands back the place of each, for parsers of formats whose text is not the
 * file's own characters (XML, PDF, HTML). Pieces are parted by a line feed.
 */
public final class SourceTextWriter {
    private final StringBuilder text = new StringBuilder();

    /** Appends a piece on a line of its own and returns where it stands. */
    public Place write(String piece) {
        return write(piece, OptionalInt.empty(), Optional.empty());
    }

    public Place write(String piece, OptionalInt page, Optional<Box> box) {
        if (!text.isEmpty()) text.append('\n');
        int start = text.length();
        text.append(piece);
        return new Place(start, text.length(), page, box);
    }

    public int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
