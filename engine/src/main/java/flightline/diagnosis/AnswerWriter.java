package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.diagnosis.claim.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers a question with the sentences, rows or steps that say it, verbatim. What is asked for decides what counts: a
 * question for a value wants a sentence with a number and a unit in it.
 */
public final class AnswerWriter {
    private static final int STATEMENTS = 4;
    private static final int LOOK_AT = 8;
    private static final Pattern ASKS_VALUE = Pattern.compile(
            "\\b(?:how (?:much|many|long|far|often|high|low|hot|big|thick|tight)|what (?:is|are) the .*(?:torque|pressure|limit|gap|clearance|resistance|temperature|value|speed|interval|time|voltage|quantity|capacity|weight)"
                    + "|torque|limits?|maximum|minimum|max|min|tolerance|at what|what (?:pressure|temperature|torque|speed|voltage|percentage|rpm))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile(
            "\\d+(?:[.,]\\d+)?\\s*(?:%|°|[\\p{L}Ω]{1,8})|\\b(?:one|two|three|four|five|six|eight|ten|twelve)\\b");

    private record Candidate(Exhibits.Document document, int rank, String text, double score) {}

    /**
     * @param wanted words of the question, see {@link EvidenceCheck}
     * @param tempting passages of documents not in force that fit as well
     */
    public BriefWriter.Written write(
            String question, Set<String> wanted, Exhibits exhibits, List<Exhibits.Document> tempting, LocalDate on) {
        return written(question, chosen(question, wanted, exhibits), exhibits, tempting, on);
    }

    /** The pieces of the passages that say what is asked for, the best first. */
    public List<Said> chosen(String question, Set<String> wanted, Exhibits exhibits) {
        boolean value = ASKS_VALUE.matcher(question).find();
        var candidates = new ArrayList<Candidate>();
        int rank = 0;
        for (Exhibits.Document document : exhibits.documents()) {
            if (rank >= LOOK_AT) break;
            Passage passage = document.hit().passage();
            Set<String> around = Words.of(passage.context() + " " + String.join(" ", passage.path()) + " "
                    + document.hit().document().header().title());
            for (String piece : pieces(passage))
                candidates.add(candidate(document, rank, piece, around, wanted, value));
            rank++;
        }
        candidates.sort(Comparator.comparingDouble(c -> -c.score));
        var chosen = new ArrayList<Said>();
        Set<String> said = new LinkedHashSet<>();
        double best = candidates.isEmpty() ? 0 : candidates.getFirst().score;
        for (Candidate candidate : candidates) {
            if (chosen.size() >= STATEMENTS || candidate.score < 0.75 * best) break;
            if (said.add(candidate.text)) chosen.add(Said.quoted(candidate.text, candidate.document));
        }
        return chosen;
    }

    /** What is said, with its citations, warnings, and what disagrees: the question with the documents, or these with each other. */
    public BriefWriter.Written written(
            String question, List<Said> said, Exhibits exhibits, List<Exhibits.Document> tempting, LocalDate on) {
        Docket docket = new Docket(on);
        List<Statement> statements =
                said.stream().map(one -> one.entered(docket)).toList();
        var conflicts = new ArrayList<>(Premises.against(question, said, docket));
        conflicts.addAll(Disagreements.among(exhibits.documents(), docket));
        for (Exhibits.Document document : tempting) conflicts.add(BriefWriter.notInForce(document, docket));
        List<SafetyNotice> warnings = BriefWriter.warnings(docket, statements, List.of());
        var findings = new Findings(RankedSystems.none(), List.of(), conflicts, List.of(), docket.citations());
        return new BriefWriter.Written(
                new DraftBrief(findings, List.of(), warnings, statements), docket.required(), docket.verbatim());
    }

    private static Candidate candidate(
            Exhibits.Document document, int rank, String piece, Set<String> around, Set<String> wanted, boolean value) {
        Set<String> words = Words.of(piece);
        var together = new LinkedHashSet<>(words);
        together.addAll(around);
        double score = 0.7 * Words.covered(wanted, words) + 0.3 * Words.covered(wanted, together) + 0.35 / (1 + rank);
        if (value) score += VALUE.matcher(piece).find() ? 0.25 : -0.1;
        return new Candidate(document, rank, piece, score);
    }

    private static List<String> pieces(Passage passage) {
        return passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.LIST_ITEM
                ? Sentences.of(passage.text())
                : List.of(passage.text());
    }
}
