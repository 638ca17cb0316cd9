package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentLinks;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.SharedEntry;
import flightline.corpus.StructuredDocument;
import flightline.ingest.CommonInformation;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps documents true to the common information repositories whose words they repeat: what was read when a repository was
 * absent, or said something else, is read again from the archive's originals.
 *
 * <p>A document's words are swapped in the index first and then in the archive. A kill between the two leaves the archive's
 * old notes of what was taken over, so that the next run finds the document out of date and does both again.
 */
final class Dependents {
    /** Repositories may refer to one another; deeper than this they only chase their own tails. */
    private static final int ROUNDS = 4;

    private static final int PASSAGES_A_COMMIT = 512;

    private final Reader reader;
    private final PassageCutter cutter;
    private final Archive archive;
    private final PassageIndex index;

    Dependents(Reader reader, PassageCutter cutter, Archive archive, PassageIndex index) {
        this.reader = reader;
        this.cutter = cutter;
        this.archive = archive;
        this.index = index;
    }

    /** What became of a document that was out of date. */
    record Renewed(HeldDocument document, List<String> notes) {}

    /** What the repositories in force that day say, as if those in {@code without} were not held. */
    CommonInformation common(LocalDate on, Set<DocumentId> without) {
        return common(on, without, sharing());
    }

    private CommonInformation common(LocalDate on, Set<DocumentId> without, List<HeldDocument> sharing) {
        var entries = new ArrayList<SharedEntry>();
        for (HeldDocument held : sharing)
            if (held.inForceOn(on) && !without.contains(held.header().id()))
                entries.addAll(links(held).entries());
        return new CommonInformation(entries);
    }

    /** All that give words to others or take some: few, so the archive is not asked for each of the rest. */
    private List<HeldDocument> sharing() {
        Set<ContentHash> sources = archive.sharing();
        if (sources.isEmpty()) return List.of();
        return index.documents().stream()
                .filter(held -> sources.contains(held.source()))
                .toList();
    }

    /** Reads again what is out of date; call it while holding the index's write lock. */
    List<Renewed> renew(LocalDate on, Set<DocumentId> without) {
        var renewed = new ArrayList<Renewed>();
        for (int round = 0; round < ROUNDS; round++) {
            var now = round(on, without);
            for (Renewed one : now) {
                renewed.removeIf(r -> r.document().key().equals(one.document().key()));
                renewed.add(one);
            }
            if (now.isEmpty()) break;
        }
        return renewed;
    }

    private List<Renewed> round(LocalDate on, Set<DocumentId> without) {
        List<HeldDocument> sharing = sharing();
        CommonInformation common = common(on, without, sharing);
        var renewed = new ArrayList<Renewed>();
        var batch = new ArrayList<Reread>();
        int passages = 0;
        for (HeldDocument held : sharing) {
            if (without.contains(held.header().id()) || current(held, common)) continue;
            var again = read(held, common);
            if (again.isEmpty()) continue;
            Reread one = again.getFirst();
            batch.add(one);
            renewed.add(new Renewed(one.swap().document(), one.notes()));
            passages += one.swap().passages().size();
            if (passages >= PASSAGES_A_COMMIT) {
                commit(batch);
                passages = 0;
            }
        }
        commit(batch);
        return renewed;
    }

    /** A document read again, and all documents of its file as they are to be kept. */
    private record Reread(RevisionSwap swap, List<StructuredDocument> ofFile, List<String> notes) {}

    private void commit(List<Reread> batch) {
        if (batch.isEmpty()) return;
        index.swap(batch.stream().map(Reread::swap).toList());
        for (Reread one : batch) archive.replaceDocuments(one.swap().document().source(), one.ofFile());
        batch.clear();
    }

    private boolean current(HeldDocument held, CommonInformation common) {
        return links(held).wants().stream()
                .allMatch(want -> common.find(
                                want.kind(),
                                want.ident(),
                                want.repository(),
                                held.header().id(),
                                want.line())
                        .equals(want));
    }

    /** Empty where the original can no longer be read; the document then stays as it is. */
    private List<Reread> read(HeldDocument held, CommonInformation common) {
        var outcome = reader.read(original(held), common);
        if (!(outcome instanceof ParseOutcome.Parsed(var documents, var notes, var suspicions))) return List.of();
        var ofFile = documents.stream().map(d -> marked(d, held)).toList();
        return ofFile.stream()
                .filter(d -> d.header().id().equals(held.header().id()))
                .limit(1)
                .map(d -> new Reread(swap(held, d), ofFile, notes))
                .toList();
    }

    private RevisionSwap swap(HeldDocument held, StructuredDocument document) {
        List<Passage> passages = cutter.cut(document);
        return new RevisionSwap(
                new HeldDocument(
                        document.header(),
                        held.library(),
                        held.source(),
                        held.fileName(),
                        held.ingested(),
                        passages.size(),
                        held.inForceFrom(),
                        held.inForceUntil(),
                        held.why(),
                        held.custody()),
                passages,
                List.of());
    }

    // The marking it was taken in with may be stricter than what the file says, and is never lowered here.
    private static StructuredDocument marked(StructuredDocument document, HeldDocument held) {
        var marking = document.header().marking().and(held.header().marking());
        return document.headed(document.header().marked(marking));
    }

    private SourceFile original(HeldDocument held) {
        try {
            return new SourceFile(
                    Path.of(held.fileName()), held.source(), FileKind.XML, archive.originalBytes(held.source()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive.place(held.source()) + ": " + e.getMessage(), e);
        }
    }

    private DocumentLinks links(HeldDocument held) {
        return archive.shared(held.source(), held.header().id());
    }
}
