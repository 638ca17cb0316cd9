package flightline.drafting;

import flightline.corpus.Applicability;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A manual that is held and in force since 2025. */
final class Shelved {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    private Shelved() {}

    /** One without pages. */
    static HeldDocument manual(String id, String title, String format) {
        var header = new DocumentHeader(
                new DocumentId(id),
                title,
                new Revision("1", Optional.of(SINCE)),
                DocumentKind.MANUAL,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                List.of(),
                format,
                0);
        return new HeldDocument(
                header, "main", ContentHash.of(id), "amm", Instant.EPOCH, 2, Optional.of(SINCE), Optional.empty(), "");
    }
}
