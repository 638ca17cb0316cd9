package flightline.diagnosis;

import flightline.corpus.Marking;
import flightline.diagnosis.memory.Recall;
import flightline.search.Evidence;
import flightline.search.Hit;
import flightline.search.Precedent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The evidence of one request, numbered so that everything said can point to it: passages {@code c1, c2, …} best first,
 * precedents {@code r1, r2, …} most alike first, then what else is remembered of the aircraft.
 */
public record Exhibits(
        List<Document> documents, TroubleTables tables, List<Past> precedents, Repeats repeats, Procedures procedures) {
    /** A passage under its number. */
    public record Document(String id, Hit hit) {}

    /** A precedent under its number. */
    public record Past(String id, Precedent precedent) {}

    public Exhibits {
        documents = List.copyOf(documents);
        precedents = List.copyOf(precedents);
    }

    public Exhibits(List<Document> documents, List<Past> precedents) {
        this(documents, TroubleTables.in(documents), precedents, Repeats.none(), Procedures.NONE);
    }

    /** The same evidence with what is remembered of the aircraft asked for. */
    public Exhibits with(Recall recall) {
        return new Exhibits(documents, tables, precedents, Repeats.numbered(recall, precedents), procedures);
    }

    /** The same with what the documents say beyond their passages. */
    public Exhibits with(Procedures read) {
        return new Exhibits(documents, tables, precedents, repeats, read);
    }

    /** All that a reader must be cleared for to see every piece of it. */
    public Marking marking() {
        var documentsMarked =
                documents.stream().map(d -> d.hit().document().header().marking());
        var recordsMarked = precedents.stream().map(p -> p.precedent().record().marking());
        var timesMarked = repeats.before().stream().map(t -> t.record().marking());
        return Stream.of(documentsMarked, recordsMarked, timesMarked)
                .flatMap(markings -> markings)
                .distinct()
                .reduce(Marking.UNMARKED, Marking::and);
    }

    public static Exhibits number(Evidence evidence, List<Precedent> precedents) {
        var documents = new ArrayList<Document>();
        for (Hit hit : evidence.hits()) documents.add(new Document("c" + (documents.size() + 1), hit));
        var past = new ArrayList<Past>();
        for (Precedent precedent : precedents) past.add(new Past("r" + (past.size() + 1), precedent));
        return new Exhibits(documents, past);
    }
}
