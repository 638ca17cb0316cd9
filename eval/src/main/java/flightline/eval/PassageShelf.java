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
        var source = source(file, bytes);
        var swaps = new ArrayList<RevisionSwap>();
        for (StructuredDocument document : documents(source)) swaps.add(swap(document, source, source.hash()));
        return swaps;
    }

    /** A document with its swap. */
    public record Shelved(StructuredDocument document, RevisionSwap swap) {}

    /** The same, as if each document had come in a file of its own, with a hash of its own. */
    public static List<Shelved> apart(Path file, byte[] bytes) {
        var source = source(file, bytes);
        var shelved = new ArrayList<Shelved>();
        for (StructuredDocument document : documents(source)) {
            String own = document.header().id() + "\n" + document.sourceText();
            shelved.add(new Shelved(document, swap(document, source, ContentHash.of(own))));
        }
        return shelved;
    }

    private static SourceFile source(Path file, byte[] bytes) {
        return new SourceFile(file, ContentHash.of(bytes), FileKind.PASSAGES, bytes);
    }

    private static List<StructuredDocument> documents(SourceFile source) {
        return ((ParseOutcome.Parsed) new PassagesParser().parse(source)).documents();
    }

    private static RevisionSwap swap(StructuredDocument document, SourceFile source, ContentHash hash) {
        var cut = new PassageCutter().cut(document);
        var held = new HeldDocument(
                document.header(),
                "main",
                hash,
                source.name(),
                Instant.EPOCH,
                cut.size(),
                Optional.of(LocalDate.EPOCH),
                Optional.empty(),
                "");
        return new RevisionSwap(held, cut, List.of());
    }
}
