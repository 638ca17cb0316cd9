package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.SourceFile;
import flightline.ingest.passages.PassagesParser;
import flightline.search.RevisionSwap;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a file of passages ready for an index, past intake and quarantine: for measuring the index alone. */
public final class PassageShelf {
    private PassageShelf() {}

    /** One swap for each document of the file, in force since ever. */
    public static List<RevisionSwap> of(Path file, byte[] bytes) {
        var source = new SourceFile(file, ContentHash.of(bytes), FileKind.PASSAGES, bytes);
        var parsed = (ParseOutcome.Parsed) new PassagesParser().parse(source);
        var swaps = new ArrayList<RevisionSwap>();
        for (StructuredDocument document : parsed.documents()) swaps.add(swap(document, source));
        return swaps;
    }

    private static RevisionSwap swap(StructuredDocument document, SourceFile source) {
        var cut = new PassageCutter().cut(document);
        var held = new HeldDocument(
                document.header(),
                "main",
                source.hash(),
                source.name(),
                Instant.EPOCH,
                cut.size(),
                Optional.of(LocalDate.EPOCH),
                Optional.empty(),
                "");
        return new RevisionSwap(held, cut, List.of());
    }
}
