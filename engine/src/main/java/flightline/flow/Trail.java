package flightline.flow;

import flightline.audit.Exposure;
import flightline.audit.Exposure.Shown;
import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Findings;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.Statement;
import flightline.diagnosis.VerifiedBrief;
import flightline.diagnosis.memory.Occurrence;
import flightline.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the log keeps of an answer: which passages and records it was sought in, which of them it shows. */
final class Trail {
    /** Answers to a check that are ours; any other is worded by the document. */
    private static final Set<String> OUR_ANSWERS = Set.of("pass", "fail", "skip", "yes", "no");

    /** Names of what the log keeps of {@link #sureness}. */
    static final String SYSTEMS = "systems";

    static final String CONFIDENCE = "confidence";
    static final String SET = "systemSet";

    private Trail() {}

    /** What was found, and nothing shown yet. */
    static Exposure found(Exhibits exhibits) {
        return Exposure.of(retrieved(exhibits), List.of());
    }

    /** What an answer shows of what was found. */
    static Exposure of(Exhibits exhibits, Findings findings) {
        return Exposure.of(retrieved(exhibits), shown(findings));
    }

    /** Hits that are shown as they are. */
    static Exposure of(List<Hit> hits) {
        return Exposure.of(
                hits.stream().map(Trail::id).toList(),
                hits.stream()
                        .map(hit -> Shown.text(id(hit), hit.passage().text()))
                        .toList());
    }

    private static List<String> retrieved(Exhibits exhibits) {
        var ids = new LinkedHashSet<String>();
        exhibits.documents().forEach(document -> ids.add(id(document.hit())));
        exhibits.precedents()
                .forEach(past ->
                        ids.add(Exposure.record(past.precedent().record().id())));
        return List.copyOf(ids);
    }

    private static List<Shown> shown(Findings findings) {
        var shown = new ArrayList<Shown>();
        findings.citations().forEach(numbered -> shown.add(shown(numbered.citation())));
        var records = new LinkedHashSet<MaintenanceRecord>();
        findings.precedents().forEach(past -> records.add(past.precedent().record()));
        findings.repeats().before().stream().map(Occurrence::record).forEach(records::add);
        records.forEach(record -> shown.add(Shown.text(Exposure.record(record.id()), record.narrative())));
        return shown;
    }

    private static Shown shown(Citation citation) {
        return Shown.text(
                Exposure.passage(citation.document(), citation.revision(), citation.place()), citation.quote());
    }

    private static String id(Hit hit) {
        var header = hit.document().header();
        return Exposure.passage(
                header.id(), header.revision().display(), hit.passage().place());
    }

    /** SHA-256 over the sentences of a brief, one a line: what a model wrote stands in no document. */
    static String said(VerifiedBrief brief) {
        return ContentHash.of(brief.statements().stream().map(Statement::text).collect(Collectors.joining("\n")))
                .hex();
    }

    /** How sure a diagnosis was of the system, in codes and numbers: what drift is seen by. */
    static Map<String, String> sureness(RankedSystems ranked) {
        var told = new TreeMap<String, String>();
        told.put(
                SYSTEMS,
                ranked.systems().stream().limit(3).map(RankedSystem::code).collect(Collectors.joining(" ")));
        if (!ranked.systems().isEmpty())
            told.put(
                    CONFIDENCE,
                    String.format(
                            Locale.ROOT, "%.2f", ranked.systems().getFirst().probability()));
        // Before enough was learned the set promises nothing that it could be held to.
        if (ranked.calibrated()) told.put(SET, String.join(" ", ranked.set().codes()));
        return told;
    }

    /** A reason as far as it is in our own words: what stands behind a colon or in quotation marks may be a document's. */
    static String reason(String why) {
        int end = why.length();
        for (String mark : List.of(":", "'", "\"", "“")) {
            // A possessive is no quotation.
            int at = mark.equals("'") ? why.indexOf(" '") : why.indexOf(mark);
            if (at >= 0) end = Math.min(end, at);
        }
        return why.substring(0, end).strip();
    }

    /** An answer to a check, by its hash where it is worded by a document. */
    static String answer(String answer) {
        return OUR_ANSWERS.contains(answer)
                ? answer
                : "sha256 " + ContentHash.of(answer).hex();
    }
}
