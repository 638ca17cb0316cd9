package flightline.search;

import flightline.corpus.Applicability;
import flightline.corpus.ContentHash;
import flightline.corpus.Custody;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import java.time.Instant;
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
        CustodyForm.write(entry.custody(), out);
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
        String library = in.text();
        var source = new ContentHash(in.text());
        String fileName = in.text();
        Instant ingested = Instant.parse(in.text());
        int passages = in.number();
        var from = in.date();
        var until = in.date();
        String why = in.text();
        // Entries written before facts were read end here, and those written before there was a quarantine a line
        // later.
        if (in.more()) header = header.stating(FactForm.read(in), header.supersedes());
        Custody custody = in.more() ? CustodyForm.read(in) : Custody.UNKNOWN;
        return new HeldDocument(header, library, source, fileName, ingested, passages, from, until, why, custody);
    }

    /** The entry with its times of ingest and approval left out, for comparing content. */
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
                entry.why(),
                CustodyForm.timeless(entry.custody())));
    }
}
