package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.SharedEntry;
import flightline.corpus.SharedEntry.Kind;
import flightline.corpus.SharedWant;
import flightline.ingest.CommonInformation;
import flightline.ingest.xml.XmlElement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that a module takes from common information repositories. Remembers what was asked for and what came of it, so
 * that the module can be read again when a repository says something else.
 */
final class SharedWords {
    private record Asked(Kind kind, String ident, Optional<DocumentId> repository) {}

    private final DocumentId asking;
    private final List<String> notes;
    private final Map<Asked, SharedWant> wants = new LinkedHashMap<>();
    private CommonInformation common;
    private Optional<DocumentId> own = Optional.empty();

    /**
     * @param asking the module's identity; repositories of its language and its product come before those of others
     * @param notes takes what a librarian should know, each with its line
     */
    SharedWords(CommonInformation common, DocumentId asking, List<String> notes) {
        this.common = common;
        this.asking = asking;
        this.notes = notes;
    }

    /** Takes in what the module itself defines; it comes before what is held of other issues of the module. */
    void own(DocumentId id, Collection<SharedEntry> entries) {
        own = Optional.of(id);
        common = common.with(id, entries);
    }

    /** What the element refers to is called; empty where it is no such reference, or nothing is known of it. */
    Optional<String> nameOf(XmlElement reference) {
        return SharedKinds.referredTo(reference)
                .map(kind -> want(kind, SharedKinds.ident(reference), Codes.in(reference), reference.line()))
                .flatMap(SharedWant::found)
                .map(SharedEntry::words);
    }

    /**
     * The words of a warning or caution that stands elsewhere, with where they come from. One that cannot be had is told
     * in its place: a reader must know that there is a danger, and where it is described.
     */
    String safety(Kind kind, String ident, Optional<String> repository, int line) {
        SharedWant want = want(kind, ident, repository, line);
        if (want.found().isPresent()) {
            SharedEntry entry = want.found().get();
            return entry.words() + " (" + ident + ", " + entry.repository() + " " + entry.revision() + ")";
        }
        String stands = want.display() + repository.map(code -> " in " + code).orElse("");
        note(line, stands + ": its words are missing, " + want.why());
        return "See " + stands + ". Its words are missing here: " + want.why() + ".";
    }

    ApplicabilityReader.Said applicability(XmlElement reference) {
        String ident = SharedKinds.ident(reference);
        SharedWant want = want(Kind.APPLICABILITY, ident, Codes.in(reference), reference.line());
        if (want.found().isPresent())
            return new ApplicabilityReader.Said(
                    Applicability.parse(want.found().get().words()), "", "");
        note(reference.line(), want.display() + ": it is missing, " + want.why());
        return ApplicabilityReader.Said.unread("see " + ident + " in the applicability repository");
    }

    List<SharedWant> wants() {
        return wants.values().stream()
                .filter(w -> w.found().isEmpty() || !own.equals(w.found().map(SharedEntry::repository)))
                .toList();
    }

    /** What whoever reads the words that were taken over has to be cleared for. */
    Marking marking() {
        return wants.values().stream()
                .flatMap(w -> w.found().stream())
                .map(SharedEntry::marking)
                .reduce(Marking.UNMARKED, Marking::and);
    }

    private SharedWant want(Kind kind, String ident, Optional<String> repository, int line) {
        return wants.computeIfAbsent(
                new Asked(kind, ident, repository.map(DocumentId::new)),
                asked -> common.find(kind, ident, asked.repository(), asking, line));
    }

    private void note(int line, String words) {
        String note = "line " + line + ": " + words;
        if (!notes.contains(note)) notes.add(note);
    }
}
