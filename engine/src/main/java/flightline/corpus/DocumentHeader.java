package flightline.corpus;

import java.util.List;

/**
 * What a document says of itself before its text begins.
 *
 * @param title in the document's words; the file's name where it gives none
 * @param format for example {@code PDF}, {@code S1000D 4.1}, {@code Markdown}
 * @param ata ATA codes as far as the document gives them, two to six digits, for example {@code 32-41-00}; may be empty
 * @param supersedes documents or revisions that this one says it replaces, as written there
 * @param pages count of pages, 0 for formats without
 */
public record DocumentHeader(
        DocumentId id,
        String title,
        Revision revision,
        DocumentKind kind,
        DocumentStatus status,
        Marking marking,
        Applicability applicability,
        List<String> ata,
        List<String> supersedes,
        String format,
        int pages) {
    public DocumentHeader {
        ata = List.copyOf(ata);
        supersedes = List.copyOf(supersedes);
    }

    public DocumentHeader marked(Marking other) {
        return new DocumentHeader(
                id, title, revision, kind, status, other, applicability, ata, supersedes, format, pages);
    }
}
