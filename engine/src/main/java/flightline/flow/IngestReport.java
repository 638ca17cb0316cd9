package flightline.flow;

import flightline.corpus.HeldDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of every file.
 *
 * @param renewed documents read again because a common information repository says something else now
 * @param stopped whether it was stopped before the end; running it again goes on
 * @param millis how long it took
 * @param notes what a librarian should know of the run as a whole
 */
public record IngestReport(
        List<FileReport> files, List<HeldDocument> renewed, boolean stopped, long millis, List<String> notes) {
    public IngestReport {
        files = List.copyOf(files);
        renewed = List.copyOf(renewed);
        notes = List.copyOf(notes);
    }

    /** What became of a file. */
    public enum Fate {
        TAKEN,
        /** Kept, but nothing of it is found until a second person approves it; the reason says what was suspected. */
        QUARANTINED,
        /** Its bytes were held already. */
        UNCHANGED,
        /** Its bytes came under another name before; the reason names the first. */
        DUPLICATE,
        /** Well-formed but nothing to read: a graphic, an exchange list. */
        SKIPPED,
        /** Could not be read or taken in. */
        BAD
    }

    /**
     * One file.
     *
     * @param documents as held from now on
     * @param superseded keys of documents that are no longer in force through it
     * @param reason why it is bad, skipped, a duplicate or quarantined, empty otherwise
     * @param notes what a librarian should know
     */
    public record FileReport(
            Path path,
            Fate fate,
            List<HeldDocument> documents,
            List<String> superseded,
            String reason,
            List<String> notes) {
        public FileReport {
            documents = List.copyOf(documents);
            superseded = List.copyOf(superseded);
            notes = List.copyOf(notes);
        }

        /** This report where it tells of that document: as it is now, with what is to be known of it now. */
        FileReport renewed(HeldDocument document, List<String> before, List<String> now) {
            if (documents.stream().noneMatch(d -> d.key().equals(document.key()))) return this;
            var held = documents.stream()
                    .map(d -> d.key().equals(document.key()) ? document : d)
                    .toList();
            var kept = new ArrayList<>(notes);
            before.forEach(kept::remove);
            kept.addAll(now);
            return new FileReport(path, fate, held, superseded, reason, kept);
        }

        static FileReport without(Path path, Fate fate, String reason, List<String> notes) {
            return new FileReport(path, fate, List.of(), List.of(), reason, notes);
        }
    }

    public long count(Fate fate) {
        return files.stream().filter(f -> f.fate() == fate).count();
    }
}
