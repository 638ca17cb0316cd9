package flightline.diagnosis;

import flightline.corpus.Citation;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.claim.ClaimCheck;
import flightline.diagnosis.claim.Fault;
import flightline.model.EntailmentModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares a draft with its sources, word for word.
 *
 * <p>A citation stands when its quote is the source text at its place. A statement stands when it stands in a quote that it
 * cites, white space aside; or, where it was written anew, when its numbers, identifiers and negations do. What does not
 * stand is dropped. A warning is never dropped: when one does not stand, or one that belongs to a cited passage is
 * missing, the whole brief is unsupported.
 */
public final class BriefVerifier {
    private static final double FOLLOWS = 0.5;

    private final ClaimCheck claims;
    private final Optional<EntailmentModel> secondLook;

    public BriefVerifier() {
        this(Optional.empty());
    }

    /** @param secondLook reads what was written anew once more, after all checks; it can only take away */
    public BriefVerifier(Optional<EntailmentModel> secondLook) {
        this.claims = new ClaimCheck();
        this.secondLook = secondLook;
    }

    /**
     * @param sourceText the source text that a citation points into, absent where the source is gone
     * @param required safety notices that belong to the passages cited, by the number of the passage's citation
     */
    public Verification verify(
            DraftBrief draft,
            Function<Citation, Optional<String>> sourceText,
            Map<String, List<SafetyNotice>> required) {
        return verify(draft, sourceText, required, Set.of());
    }

    /** @param verbatim numbers of the citations of steps and warnings, which no statement says in words of its own */
    public Verification verify(
            DraftBrief draft,
            Function<Citation, Optional<String>> sourceText,
            Map<String, List<SafetyNotice>> required,
            Set<String> verbatim) {
        var standing = new HashMap<String, Citation>();
        Findings findings = standing(draft.findings(), sourceText);
        findings.citations().forEach(numbered -> standing.put(numbered.id(), numbered.citation()));

        for (SafetyNotice notice : draft.warnings()) {
            Citation source = standing.get(notice.citation());
            if (source == null || !source.quote().equals(notice.text()))
                return new Verification.Unsupported(
                        "a " + word(notice.kind()) + " could not be verified against its source (" + notice.citation()
                                + "), so nothing that depends on it is shown");
        }
        var dropped = new ArrayList<String>();
        var statements = new ArrayList<Statement>();
        for (Statement statement : draft.statements()) {
            Optional<String> fault = fault(statement, standing, verbatim);
            if (fault.isEmpty()) statements.add(statement);
            else dropped.add("'" + statement.text() + "': " + fault.get());
        }
        var checks = new ArrayList<Check>();
        for (Check check : draft.checks()) {
            if (quoted(check.text(), check.citations(), standing)) checks.add(check);
            else dropped.add("'" + check.text() + "': not in the passage that it cites");
        }
        Optional<String> missing = missingWarning(statements, checks, draft.warnings(), required);
        if (missing.isPresent()) return new Verification.Unsupported(missing.get());
        if (statements.isEmpty() && !draft.statements().isEmpty())
            return new Verification.Unsupported(
                    "no statement stood the comparison with its source: " + dropped.getFirst());
        return new Verification.Verified(
                new VerifiedBrief(new DraftBrief(findings, checks, draft.warnings(), statements), dropped, required));
    }

    /**
     * The findings without what does not stand: quotes that are not the source text at their place, and causes, conflicts
     * and precedents that rest on nothing else.
     */
    public Findings standing(Findings findings, Function<Citation, Optional<String>> sourceText) {
        var fallen = new HashSet<String>();
        var citations = new ArrayList<Numbered>();
        for (Numbered numbered : findings.citations())
            if (stands(numbered.citation(), sourceText)) citations.add(numbered);
            else fallen.add(numbered.id());
        if (fallen.isEmpty()) return findings;
        var causes = new ArrayList<Cause>();
        for (Cause cause : findings.causes()) {
            List<String> left =
                    cause.evidence().stream().filter(id -> !fallen.contains(id)).toList();
            if (!left.isEmpty())
                causes.add(new Cause(cause.part(), cause.condition(), cause.probability(), left, cause.why()));
        }
        return new Findings(
                findings.ranked(),
                causes,
                findings.conflicts().stream()
                        .filter(conflict -> conflict.citations().stream().noneMatch(fallen::contains))
                        .toList(),
                findings.precedents().stream()
                        .filter(past -> !fallen.contains(past.id()))
                        .toList(),
                citations,
                findings.repeats().unless(fallen));
    }

    private static boolean stands(Citation citation, Function<Citation, Optional<String>> sourceText) {
        return sourceText
                .apply(citation)
                .filter(text -> citation.place().end() <= text.length())
                .filter(text -> text.substring(
                                citation.place().start(), citation.place().end())
                        .equals(citation.quote()))
                .isPresent();
    }

    private Optional<String> fault(Statement statement, Map<String, Citation> standing, Set<String> verbatim) {
        var quotes = new ArrayList<String>();
        for (String id : statement.citations()) {
            Citation citation = standing.get(id);
            if (citation == null) return Optional.of("its source " + id + " does not say what is quoted from it");
            quotes.add(citation.quote());
        }
        return switch (statement.verdict()) {
            case QUOTED ->
                quotes.stream().anyMatch(q -> Quotation.standsIn(q, statement.text()))
                        ? Optional.empty()
                        : Optional.of("not in the passage that it cites");
            case SUPPORTED ->
                statement.citations().stream().anyMatch(verbatim::contains)
                        ? Optional.of("steps and warnings are quoted, never reworded")
                        : claims.fault(statement.text(), quotes)
                                .map(Fault::words)
                                .or(() -> secondLook.flatMap(model -> objection(model, statement.text(), quotes)))
                                .map(words -> words + " (" + place(statement, standing) + ")");
        };
    }

    /** What passed every check must follow from its passages for the model too: more likely than not, and denied by none. */
    private static Optional<String> objection(EntailmentModel model, String statement, List<String> quotes) {
        EntailmentModel.Stance stance = model.stance(quotes, statement);
        if (stance.contradicted() >= stance.entailed())
            return Optional.of(model.name() + " reads the opposite in the passages it cites");
        return stance.entailed() < FOLLOWS
                ? Optional.of(model.name() + " does not find that it follows from the passages it cites")
                : Optional.empty();
    }

    /** Where to look: the documents that the statement cites. */
    private static String place(Statement statement, Map<String, Citation> standing) {
        return statement.citations().stream()
                .map(standing::get)
                .filter(Objects::nonNull)
                .map(citation -> citation.document().value())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean quoted(String text, List<String> citations, Map<String, Citation> standing) {
        return citations.stream()
                .map(standing::get)
                .anyMatch(citation -> citation != null && Quotation.standsIn(citation.quote(), text));
    }

    private static Optional<String> missingWarning(
            List<Statement> statements,
            List<Check> checks,
            List<SafetyNotice> shown,
            Map<String, List<SafetyNotice>> required) {
        var gravest = new HashMap<String, SafetyKind>();
        for (SafetyNotice notice : shown)
            gravest.merge(notice.text(), notice.kind(), (one, other) -> one.compareTo(other) < 0 ? one : other);
        var cited = new HashSet<String>();
        statements.forEach(s -> cited.addAll(s.citations()));
        checks.forEach(c -> cited.addAll(c.citations()));
        for (String id : cited)
            for (SafetyNotice notice : required.getOrDefault(id, List.of()))
                if (notice.kind() != SafetyKind.NOTE
                        && gravest.getOrDefault(notice.text(), SafetyKind.NOTE).compareTo(notice.kind()) > 0)
                    return Optional.of("a " + word(notice.kind()) + " that belongs to " + id + " is missing");
        return Optional.empty();
    }

    private static String word(SafetyKind kind) {
        return switch (kind) {
            case WARNING -> "warning";
            case CAUTION -> "caution";
            case NOTE -> "note";
        };
    }
}
