package flightline.diagnosis;

import flightline.corpus.Citation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Verifies the statements of an answer one by one, while the next is still being written. Each comes out as a brief of its
 * own: the statement, its warnings, and its citations under the numbers that they will have in the whole answer.
 */
public final class LiveVerifier {
    private final BriefVerifier verifier;
    private final Function<Citation, Optional<String>> sourceText;
    private final Docket docket;

    /**
     * @param sourceText the source text that a citation points into, absent where the source is gone
     * @param known citations that were numbered before
     */
    public LiveVerifier(
            BriefVerifier verifier,
            Function<Citation, Optional<String>> sourceText,
            LocalDate on,
            List<Numbered> known) {
        this.verifier = verifier;
        this.sourceText = sourceText;
        this.docket = new Docket(on, known);
    }

    /** The statement that comes next, in the order of the whole answer; empty where it does not stand. */
    public Optional<VerifiedBrief> next(Said said) {
        Statement statement = said.entered(docket);
        List<SafetyNotice> warnings = BriefWriter.warnings(docket, List.of(statement), List.of());
        Set<String> cited = new HashSet<>(statement.citations());
        warnings.forEach(notice -> cited.add(notice.citation()));
        List<Numbered> citations = docket.citations().stream()
                .filter(numbered -> cited.contains(numbered.id()))
                .toList();
        var findings = new Findings(RankedSystems.none(), List.of(), List.of(), List.of(), citations);
        Map<String, List<SafetyNotice>> required = docket.required();
        return verifier.verify(
                                new DraftBrief(findings, List.of(), warnings, List.of(statement)),
                                sourceText,
                                required,
                                docket.verbatim())
                        instanceof Verification.Verified(var brief)
                ? Optional.of(brief)
                : Optional.empty();
    }
}
