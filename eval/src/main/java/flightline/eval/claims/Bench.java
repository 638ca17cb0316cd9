package flightline.eval.claims;

import flightline.corpus.Citation;
import flightline.corpus.SafetyText;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.DraftBrief;
import flightline.diagnosis.Findings;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.SafetyNotice;
import flightline.diagnosis.Statement;
import flightline.diagnosis.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts statements before the verifier as a writer would. */
final class Bench {
    private final BriefVerifier verifier = new BriefVerifier();

    /** The reason why the statement is refused; empty where it is let through, quoted or in words of its own. */
    Optional<String> refused(Case one) {
        if (refused(one, Statement.Verdict.QUOTED).isEmpty()) return Optional.empty();
        return refused(one, Statement.Verdict.SUPPORTED);
    }

    private Optional<String> refused(Case one, Statement.Verdict verdict) {
        var sources = new HashMap<Citation, String>();
        var citations = new ArrayList<Numbered>();
        citations.add(cite("c1", one.cited().document(), one.cited().text(), sources));
        var required = new ArrayList<SafetyNotice>();
        var shown = new ArrayList<SafetyNotice>();
        for (SafetyText safety : one.cited().safety()) {
            String id = "c" + (citations.size() + 1);
            citations.add(cite(id, one.cited().document(), safety.text(), sources));
            required.add(new SafetyNotice(safety.kind(), safety.text(), id));
        }
        for (SafetyText safety : one.shown()) {
            int its = one.cited().safety().indexOf(safety);
            // An altered warning still names the citation of the one that it stands for.
            int place = its >= 0 ? its : altered(one, safety);
            shown.add(new SafetyNotice(safety.kind(), safety.text(), "c" + (place + 2)));
        }
        var findings = new Findings(RankedSystems.none(), List.of(), List.of(), List.of(), citations);
        var draft =
                new DraftBrief(findings, List.of(), shown, List.of(new Statement(one.text(), List.of("c1"), verdict)));
        return switch (verifier.verify(
                draft, citation -> Optional.ofNullable(sources.get(citation)), Map.of("c1", required))) {
            case Verification.Verified(var brief) -> Optional.empty();
            case Verification.Unsupported(var why) -> Optional.of(why);
        };
    }

    private static int altered(Case one, SafetyText safety) {
        return one.cited().safety().stream().map(SafetyText::place).toList().indexOf(safety.place());
    }

    private static Numbered cite(String id, String document, String text, Map<Citation, String> sources) {
        Citation citation = CitedPassage.citation(document, text);
        sources.put(citation, text);
        return new Numbered(id, citation);
    }
}
