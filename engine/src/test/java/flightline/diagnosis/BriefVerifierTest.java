package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.Place;
import flightline.corpus.SafetyKind;
import flightline.diagnosis.troubleshooting.Cost;
import flightline.model.EntailmentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BriefVerifierTest {
    private static final String WARNING = "HOT BRAKES CAN EXPLODE. STAY CLEAR FOR 30 MINUTES.";
    private static final String STEP = "Torque the axle nut to 250 N·m. Do not reuse the cotter pin.";
    private static final String SOURCE = WARNING + "\n" + STEP;
    private static final Numbered CITED = new Numbered("c1", quote(STEP));
    private static final Numbered WARNED = new Numbered("c2", quote(WARNING));
    private static final SafetyNotice NOTICE = new SafetyNotice(SafetyKind.WARNING, WARNING, "c2");
    private static final Map<String, List<SafetyNotice>> REQUIRED = Map.of("c1", List.of(NOTICE));

    private final BriefVerifier verifier = new BriefVerifier();

    @Test
    void verify_whatIsQuoted_stands() {
        var statement = quoted("Torque the axle nut to 250 N·m.");
        var brief = verified(draft(List.of(NOTICE), statement));
        assertThat(brief.statements()).containsExactly(statement);
        assertThat(brief.warnings()).containsExactly(NOTICE);
        assertThat(brief.dropped()).isEmpty();
    }

    @Test
    void statementWithoutCitation_cannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement("Replace the nut.", List.of(), Statement.Verdict.QUOTED))
                .withMessageContaining("Replace the nut.");
    }

    @Test
    void causeWithoutEvidence_cannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause("nut", "", 1, List.of(), ""));
    }

    @Test
    void verify_sentenceThatIsNotThere_isDropped_theRestIsShown() {
        var good = quoted("Do not reuse the cotter pin.");
        var brief = verified(draft(List.of(NOTICE), quoted("Torque the axle nut to 350 N·m."), good));
        assertThat(brief.statements()).containsExactly(good);
        assertThat(brief.dropped()).singleElement().asString().contains("350 N·m");
    }

    @Test
    void verify_quotePartedFromItsNegation_isDropped() {
        var good = quoted("Torque the axle nut to 250 N·m.");
        var brief = verified(draft(List.of(NOTICE), good, quoted("reuse the cotter pin.")));
        assertThat(brief.statements()).containsExactly(good);
    }

    @Test
    void verify_nothingStands_isUnsupported() {
        assertThat(unsupported(draft(List.of(NOTICE), quoted("Torque the axle nut to 350 N·m."))))
                .contains("350 N·m");
    }

    @Test
    void verify_writtenAnew_standsOrFallsByItsNumbers() {
        var good = anew("The axle nut needs 250 N·m.");
        var brief = verified(draft(List.of(NOTICE), good, anew("The axle nut needs 205 N·m.")));
        assertThat(brief.statements()).containsExactly(good);
    }

    @Test
    void verify_writtenAnew_fallsWhereAModelOfInferenceObjects_whatIsQuotedIsNotAsked() {
        var good = anew("The axle nut needs 250 N·m.");
        var other = anew("The nut of the axle needs 250 N·m.");
        var quoted = quoted("Do not reuse the cotter pin.");
        var asked = new ArrayList<String>();
        var brief = verified(
                new BriefVerifier(Optional.of(new Opinion(
                        asked,
                        Map.of(
                                good.text(), new EntailmentModel.Stance(0.9, 0.02),
                                other.text(), new EntailmentModel.Stance(0.4, 0.1))))),
                draft(List.of(NOTICE), good, other, quoted));
        assertThat(brief.statements()).containsExactly(good, quoted);
        assertThat(brief.dropped()).singleElement().asString().contains(other.text(), "opinion", "does not find");
        assertThat(asked).containsExactly(good.text(), other.text());
    }

    @Test
    void verify_deniedByAModelOfInference_isUnsupported() {
        var statement = anew("The axle nut needs 250 N·m.");
        var model = new Opinion(new ArrayList<>(), Map.of(statement.text(), new EntailmentModel.Stance(0.45, 0.5)));
        var verification = new BriefVerifier(Optional.of(model))
                .verify(draft(List.of(NOTICE), statement), citation -> Optional.of(SOURCE), REQUIRED);
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Unsupported.class,
                        unsupported -> assertThat(unsupported.why()).contains("opinion", "opposite"));
    }

    /** Says of each statement what it was told to, and notes what it was asked. */
    private record Opinion(List<String> asked, Map<String, EntailmentModel.Stance> stances) implements EntailmentModel {
        @Override
        public String name() {
            return "opinion";
        }

        @Override
        public Stance stance(List<String> passages, String statement) {
            asked.add(statement);
            return Objects.requireNonNull(stances.get(statement));
        }

        @Override
        public void close() {}
    }

    @Test
    void verify_unknownCitation_isDropped() {
        var good = quoted("Do not reuse the cotter pin.");
        var stray = new Statement("Do not reuse the cotter pin.", List.of("c9"), Statement.Verdict.QUOTED);
        assertThat(verified(draft(List.of(NOTICE), good, stray)).statements()).containsExactly(good);
    }

    @Test
    void verify_checkThatIsNotThere_isDropped() {
        var check = check("Look for cracks.");
        var draft = new DraftBrief(findings(), List.of(check), List.of(NOTICE), List.of(quoted(STEP)));
        var brief = verified(draft);
        assertThat(brief.checks()).isEmpty();
        assertThat(brief.dropped()).hasSize(1);
    }

    @Test
    void verify_warningOfACitedStepMissing_isUnsupported() {
        assertThat(unsupported(draft(List.of(), quoted(STEP)))).contains("warning", "c1", "missing");
    }

    @Test
    void verify_warningOfACitedCheckMissing_isUnsupported() {
        var check = check(STEP);
        assertThat(unsupported(new DraftBrief(findings(), List.of(check), List.of(), List.of())))
                .contains("missing");
    }

    @Test
    void verify_warningAlteredByOneWord_isUnsupported() {
        var altered = new SafetyNotice(SafetyKind.WARNING, WARNING.replace("CAN", "MAY"), "c2");
        assertThat(unsupported(draft(List.of(altered), quoted(STEP)))).contains("warning", "c2");
    }

    @Test
    void verify_warningShownAsANote_isUnsupported() {
        var lesser = new SafetyNotice(SafetyKind.NOTE, WARNING, "c2");
        assertThat(unsupported(draft(List.of(lesser), quoted(STEP)))).contains("missing");
    }

    @Test
    void verify_cautionShownAsAWarning_stands() {
        var caution = new SafetyNotice(SafetyKind.CAUTION, WARNING, "c2");
        var verification = verifier.verify(
                draft(List.of(NOTICE), quoted(STEP)),
                text -> Optional.of(SOURCE),
                Map.of("c1", List.of(NOTICE, caution)));
        assertThat(verification).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void verify_noteMissing_isNoHarm() {
        var note = new SafetyNotice(SafetyKind.NOTE, "The pin is soft.", "c2");
        var verification =
                verifier.verify(draft(List.of(), quoted(STEP)), c -> Optional.of(SOURCE), Map.of("c1", List.of(note)));
        assertThat(verification).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void verify_quoteNotAtItsPlace_takesEverythingWithItThatRestsOnIt() {
        var shifted = new Citation(
                new DocumentId("AMM-32"),
                "1",
                true,
                "Wheels",
                List.of(),
                Place.of(3, 3 + STEP.length()),
                STEP,
                ContentHash.of(SOURCE));
        var wrong = new Numbered("c3", shifted);
        var findings = new Findings(
                RankedSystems.none(),
                List.of(
                        new Cause("axle nut", "", 0.6, List.of("c3"), ""),
                        new Cause("cotter pin", "", 0.4, List.of("c3", "c1"), "")),
                List.of(new Conflict("They disagree.", List.of("c1", "c3"))),
                List.of(),
                List.of(CITED, WARNED, wrong));
        var good = quoted("Do not reuse the cotter pin.");
        var bad = new Statement(STEP, List.of("c3"), Statement.Verdict.QUOTED);
        var brief = verified(new DraftBrief(findings, List.of(), List.of(NOTICE), List.of(good, bad)));
        assertThat(brief.statements()).containsExactly(good);
        assertThat(brief.findings().citations()).containsExactly(CITED, WARNED);
        assertThat(brief.findings().conflicts()).isEmpty();
        assertThat(brief.findings().causes())
                .singleElement()
                .satisfies(c -> assertThat(c.evidence()).containsExactly("c1"));
    }

    @Test
    void verify_sourceGoneOrShorter_isUnsupported() {
        var draft = draft(List.of(NOTICE), quoted(STEP));
        assertThat(verifier.verify(draft, c -> Optional.empty(), REQUIRED))
                .isInstanceOf(Verification.Unsupported.class);
        assertThat(verifier.verify(draft, c -> Optional.of("short"), REQUIRED))
                .isInstanceOf(Verification.Unsupported.class);
    }

    private VerifiedBrief verified(DraftBrief draft) {
        return verified(verifier, draft);
    }

    private static VerifiedBrief verified(BriefVerifier verifier, DraftBrief draft) {
        var verification = verifier.verify(draft, c -> Optional.of(SOURCE), REQUIRED);
        assertThat(verification).isInstanceOf(Verification.Verified.class);
        return ((Verification.Verified) verification).brief();
    }

    private String unsupported(DraftBrief draft) {
        var verification = verifier.verify(draft, c -> Optional.of(SOURCE), REQUIRED);
        assertThat(verification).isInstanceOf(Verification.Unsupported.class);
        return ((Verification.Unsupported) verification).why();
    }

    private static DraftBrief draft(List<SafetyNotice> warnings, Statement... statements) {
        return new DraftBrief(findings(), List.of(), warnings, List.of(statements));
    }

    private static Findings findings() {
        var none = Findings.none();
        return new Findings(
                none.ranked(),
                none.causes(),
                none.conflicts(),
                none.precedents(),
                new ArrayList<>(List.of(CITED, WARNED)));
    }

    private static Statement quoted(String text) {
        return new Statement(text, List.of("c1"), Statement.Verdict.QUOTED);
    }

    private static Statement anew(String text) {
        return new Statement(text, List.of("c1"), Statement.Verdict.SUPPORTED);
    }

    private static Citation quote(String text) {
        int start = SOURCE.indexOf(text);
        return new Citation(
                new DocumentId("AMM-32"),
                "1",
                true,
                "Wheels",
                List.of(),
                Place.of(start, start + text.length()),
                text,
                ContentHash.of(SOURCE));
    }

    private static Check check(String text) {
        return new Check(
                "k1", text, "", 10, List.of(), List.of("c1"), "", Cost.usual(10, "usual for a look"), List.of());
    }
}
