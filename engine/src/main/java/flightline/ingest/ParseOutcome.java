package flightline.ingest;

import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import java.util.List;
import java.util.stream.Stream;

/** What became of reading a file. */
public sealed interface ParseOutcome {
    /** This outcome with what is suspected besides; only what was read can be suspected. */
    default ParseOutcome suspected(List<Suspicion> more) {
        return more.isEmpty() || !(this instanceof Parsed(var documents, var notes, var suspicions))
                ? this
                : new Parsed(
                        documents,
                        notes,
                        Stream.concat(suspicions.stream(), more.stream()).toList());
    }

    /**
     * Read; usually one document, several where one file carries many (the passage format).
     *
     * @param notes what a librarian should know though the rest was read, each with its place, for example a bad line
     * @param suspicions why the file must wait for a second person before it may be found; mostly empty
     */
    record Parsed(List<StructuredDocument> documents, List<String> notes, List<Suspicion> suspicions)
            implements ParseOutcome {
        public Parsed {
            documents = List.copyOf(documents);
            notes = List.copyOf(notes);
            suspicions = List.copyOf(suspicions);
        }

        public Parsed(List<StructuredDocument> documents, List<String> notes) {
            this(documents, notes, List.of());
        }
    }

    /** Opens only with a password. */
    record Encrypted() implements ParseOutcome {}

    /**
     * Pages without text, most likely scanned, and none of them could be recognised.
     *
     * @param why what stood in the way of text recognition, and what to do
     */
    record NoTextLayer(int pages, String why) implements ParseOutcome {}

    /** The run was stopped while the file was read; nothing of it was taken. */
    record Stopped() implements ParseOutcome {}

    /**
     * Not what it claims to be, or broken.
     *
     * @param place for example {@code line 12, column 4} or {@code page 3}; empty where it cannot be told
     */
    record Malformed(String place, String reason) implements ParseOutcome {}

    /** Well-formed, but nothing that is read; the reason says why and what would be. */
    record NotADocument(String reason) implements ParseOutcome {}
}
