package flightline.ingest.passages;

import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line as it was understood.
 *
 * @param line 1-based
 * @param document id of the document that the passage belongs to
 * @param titled whether the title stands above the text as a heading
 * @param wrong fields that were passed over, in words; the line is kept
 */
record PassageLine(
        int line,
        String document,
        String text,
        OptionalInt page,
        List<String> path,
        String title,
        boolean titled,
        String revision,
        Optional<LocalDate> date,
        Optional<DocumentKind> kind,
        Optional<DocumentStatus> status,
        List<String> supersedes,
        List<String> wrong) {

    /** Lines of one revision of one document belong together. */
    record Key(String document, String revision) {}

    Key key() {
        return new Key(document, revision);
    }
}
