package flightline.search;

import flightline.corpus.Applicability;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** An entry of the catalogue as bytes, as the index stores it. */
final class EntryForm {
    private EntryForm() {}

    static byte[] write(HeldDocument entry) {
        var header = entry.header();
        var out = new StoredWriter()
                .text(header.id().value())
                .text(header.title())
                .text(header.revision().label())
                .date(header.revision().issued())
                .text(header.kind().name())
                .text(header.status().name())
                .text(header.marking().label())
                .text(header.applicability().canonical())
                .texts(header.ata())
                .texts(header.supersedes())
                .text(header.format())
                .number(header.pages())
                .text(entry.library())
                .text(entry.source().hex())
                .text(entry.fileName())
                .text(entry.ingested().toString())
                .number(entry.passages())
                .date(entry.inForceFrom())
                .date(entry.inForceUntil())
                .text(entry.why());
        FactForm.write(header.facts(), out);
        return out.bytes();
    }

    static HeldDocument read(BytesRef bytes) {
        var in = new StoredReader(bytes);
        var header = new DocumentHeader(
                new DocumentId(in.text()),
                in.text(),
                new Revision(in.text(), in.date()),
                DocumentKind.valueOf(in.text()),
                DocumentStatus.valueOf(in.text()),
                new Marking(in.text()),
                Applicability.parse(in.text()),
                in.texts(),
                in.texts(),
                in.text(),
                in.number());
        var held = new HeldDocument(
                header,
                in.text(),
                new ContentHash(in.text()),
                in.text(),
                Instant.parse(in.text()),
                in.number(),
                in.date(),
                in.date(),
                in.text());
        // Entries written before facts were read end here.
        return in.more() ? stating(held, FactForm.read(in)) : held;
    }

    private static HeldDocument stating(HeldDocument d, List<Fact> facts) {
        return new HeldDocument(
                d.header().stating(facts, d.header().supersedes()),
                d.library(),
                d.source(),
                d.fileName(),
                d.ingested(),
                d.passages(),
                d.inForceFrom(),
                d.inForceUntil(),
                d.why());
    }

    /** The entry with its time of ingest left out, for comparing content. */
    static byte[] timeless(HeldDocument entry) {
        return write(new HeldDocument(
                entry.header(),
                entry.library(),
                entry.source(),
                entry.fileName(),
                Instant.EPOCH,
                entry.passages(),
                entry.inForceFrom(),
                entry.inForceUntil(),
                entry.why()));
    }
}
