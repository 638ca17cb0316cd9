package flightline.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself before its text begins.
 *
 * @param title in the document's words; the file's name where it gives none
 * @param format for example {@code PDF}, {@code S1000D 4.1}, {@code Markdown}
 * @param ata ATA codes as far as the document gives them, two to six digits, for example {@code 32-41-00}; may be empty
 * @param supersedes documents or revisions that this one says it replaces, as written there
 * @param pages count of pages, 0 for formats without
 * @param facts what a directive or a bulletin states, and when any document expires, each with its place, in the order in which they are
 *     read; else empty
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
        int pages,
        List<Fact> facts) {
    /** @param facts absent in what was archived before facts were read */
    public DocumentHeader(
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
            int pages,
            @Nullable List<Fact> facts) {
        this.id = id;
        this.title = title;
        this.revision = revision;
        this.kind = kind;
        this.status = status;
        this.marking = marking;
        this.applicability = applicability;
        this.ata = List.copyOf(ata);
        this.supersedes = List.copyOf(supersedes);
        this.format = format;
        this.pages = pages;
        this.facts = facts == null ? List.of() : List.copyOf(facts);
    }

    public DocumentHeader(
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
        this(id, title, revision, kind, status, marking, applicability, ata, supersedes, format, pages, List.of());
    }

    /** The same for these aircraft. */
    public DocumentHeader holdingFor(Applicability aircraft) {
        return new DocumentHeader(
                id, title, revision, kind, status, marking, aircraft, ata, supersedes, format, pages, facts);
    }

    /** The same under another identity. */
    public DocumentHeader named(DocumentId other, Revision of) {
        return new DocumentHeader(
                other, title, of, kind, status, marking, applicability, ata, supersedes, format, pages, facts);
    }

    public DocumentHeader marked(Marking other) {
        return new DocumentHeader(
                id, title, revision, kind, status, other, applicability, ata, supersedes, format, pages, facts);
    }

    /** The same with what the text states; {@code named} are the documents that it says it replaces. */
    public DocumentHeader stating(List<Fact> stated, List<String> named) {
        return new DocumentHeader(
                id, title, revision, kind, status, marking, applicability, ata, named, format, pages, stated);
    }

    public Stream<Fact> facts(Fact.Kind wanted) {
        return facts.stream().filter(fact -> fact.kind() == wanted);
    }

    /** First day on which it binds: the day that it names for taking effect, else its day of issue; absent without either. */
    public Optional<LocalDate> binding() {
        return facts(Fact.Kind.EFFECTIVE)
                .map(fact -> LocalDate.parse(fact.value()))
                .findFirst()
                .or(revision::issued);
    }

    /** Last day on which it holds, where it says so of itself. */
    public Optional<LocalDate> expires() {
        return facts(Fact.Kind.EXPIRES)
                .map(fact -> LocalDate.parse(fact.value()))
                .findFirst();
    }
}
