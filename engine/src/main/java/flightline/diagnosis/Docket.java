package flightline.diagnosis;

import flightline.corpus.Citation;
import flightline.corpus.ColumnNames;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Passage;
import flightline.corpus.Place;
import flightline.corpus.SafetyText;
import flightline.search.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The citations of one answer: turns exhibits and the warnings that go with them into numbered pointers, each once. */
final class Docket {
    private final LocalDate on;
    private final Map<Citation, String> known = new HashMap<>();
    private final Map<Citation, String> numbers = new LinkedHashMap<>();
    private final Map<String, List<SafetyNotice>> required = new LinkedHashMap<>();
    private final Map<String, String> byExhibit = new HashMap<>();
    private final Set<String> verbatim = new HashSet<>();
    private int next = 1;

    Docket(LocalDate on) {
        this(on, List.of());
    }

    /** @param known numbers given out before, which stay what they are: somebody has seen them */
    Docket(LocalDate on, List<Numbered> known) {
        this.on = on;
        for (Numbered numbered : known) {
            this.known.put(numbered.citation(), numbered.id());
            if (numbered.id().startsWith("c"))
                next = Math.max(next, Integer.parseInt(numbered.id().substring(1)) + 1);
        }
    }

    private String number(Citation citation) {
        return numbers.computeIfAbsent(citation, c -> {
            String before = known.get(c);
            return before == null ? "c" + next++ : before;
        });
    }

    /** Enters a passage together with its warnings; returns its number, which counts what was entered, not what was found. */
    String enter(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        Citation citation =
                citation(document.hit(), passage.place(), passage.text()).under(ColumnNames.of(passage));
        String id = number(citation);
        byExhibit.put(document.id(), id);
        if (QuoteDuty.binds(passage)) verbatim.add(id);
        if (!required.containsKey(id)) {
            var notices = new ArrayList<SafetyNotice>();
            for (SafetyText safety : passage.safety()) {
                Citation its = citation(document.hit(), safety.place(), safety.text());
                String number = number(its);
                verbatim.add(number);
                notices.add(new SafetyNotice(safety.kind(), safety.text(), number));
            }
            required.put(id, List.copyOf(notices));
        }
        return id;
    }

    /** Enters a record; its source text is its narrative. */
    String enter(Exhibits.Past past) {
        return enter(past.id(), past.precedent().record());
    }

    /** Enters a record under the number that the exhibits gave it. */
    String enter(String id, MaintenanceRecord record) {
        int colon = record.source().lastIndexOf(':');
        var citation = new Citation(
                new DocumentId(colon < 0 ? record.source() : record.source().substring(0, colon)),
                record.date().map(LocalDate::toString).orElse(""),
                true,
                MaintenanceRecord.TITLE + record.id(),
                List.of(),
                Place.of(0, record.narrative().length()),
                record.narrative(),
                ContentHash.of(record.narrative()),
                record.marking());
        return numbers.computeIfAbsent(citation, c -> id);
    }

    /** The cause with its evidence under the numbers that it was entered under. */
    Cause renumbered(Cause cause) {
        List<String> evidence = cause.evidence().stream()
                .map(id -> byExhibit.getOrDefault(id, id))
                .distinct()
                .toList();
        return new Cause(cause.part(), cause.condition(), cause.probability(), evidence, cause.why());
    }

    /** Notices that belong to what was entered, by the number of the citation that they belong to. */
    Map<String, List<SafetyNotice>> required() {
        return Map.copyOf(required);
    }

    /** Numbers of the citations that may only be quoted. */
    Set<String> verbatim() {
        return Set.copyOf(verbatim);
    }

    List<Numbered> citations() {
        return numbers.entrySet().stream()
                .map(e -> new Numbered(e.getValue(), e.getKey()))
                .toList();
    }

    /** How the document stands on the day asked for, in words. */
    String standing(Exhibits.Document document) {
        return document.hit().document().standing(on);
    }

    private Citation citation(Hit hit, Place place, String quote) {
        return Citation.of(
                hit.document(),
                on,
                hit.effectivity(),
                hit.passage().path(),
                place,
                quote,
                hit.passage().reading().within(quote));
    }
}
