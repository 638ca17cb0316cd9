package flightline.diagnosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a question with the sentences, rows or steps that say it, verbatim. */
public final class AnswerWriter {
    private final AnswerPieces pieces = new AnswerPieces();

    /** The pieces of the passages that say what is asked for, the best first. */
    public List<Said> chosen(String question, Set<String> wanted, Exhibits exhibits) {
        return pieces.choose(question, wanted, exhibits.documents()).stream()
                .map(piece -> Said.quoted(piece.text(), piece.document()))
                .toList();
    }

    /**
     * What is said, with its citations, warnings, and what disagrees: the question with the documents, or these with each
     * other.
     *
     * @param known citations that were numbered before
     */
    public BriefWriter.Written written(
            String question,
            List<Said> said,
            Exhibits exhibits,
            List<Exhibits.Document> tempting,
            LocalDate on,
            List<Numbered> known) {
        Docket docket = new Docket(on, known);
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
}
