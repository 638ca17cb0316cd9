package flightline.diagnosis;

import static flightline.diagnosis.Bench.TODAY;
import static flightline.diagnosis.Bench.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.PassageKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WritersTest {
    private static final String LONG = "The brake has two pistons. They are made of steel. "
            + "The brake drags when the return spring is broken. Replace the brake then. Paint it grey. Store it dry.";

    private final EvidenceCheck enough = new EvidenceCheck();

    @Test
    void checks_leadInsAndStepsThatOnlyClose_areNone() {
        var bench = new Bench()
                .passage("FIM", PassageKind.ISOLATION_STEP, "Do the following:")
                .passage("FIM", PassageKind.ISOLATION_STEP, "Return the aircraft to service.")
                .passage("FIM", PassageKind.ISOLATION_END, "End of procedure.")
                .passage("AMM", PassageKind.STEP, "Check these items:")
                .passage("AMM", PassageKind.STEP, "Check the brake for leaks.");
        var situation = Situation.of(List.of(), bench.exhibits(), List.of());
        assertThat(new CheckPlanner().plan(situation, bench.docket()))
                .extracting(Check::text)
                .containsExactly("Check the brake for leaks.");
    }

    @Test
    void checks_isolationFirst_thenTroubleRows_thenTests() {
        var bench = new Bench()
                .passage("AMM", PassageKind.STEP, "Measure the brake gap. It takes 5 min.")
                .row("AMM", "Trouble | Cause | Remedy", "Drags", "Spring", "Replace the brake")
                .passage("AMM", PassageKind.STEP, "Install the wheel.")
                .passage("FIM", PassageKind.ISOLATION_STEP, "Is the brake hot?")
                .passage("FIM", PassageKind.ISOLATION_STEP, "Is the spring broken?");
        var causes = List.of(new Cause("brake", "", 1, List.of("c1"), ""));
        var checks = new CheckPlanner().plan(Situation.of(causes, bench.exhibits(), List.of()), bench.docket());
        assertThat(checks)
                .extracting(Check::text)
                .containsExactly(
                        "Is the brake hot?",
                        "Is the spring broken?",
                        "Drags\tSpring\tReplace the brake",
                        "Measure the brake gap. It takes 5 min.");
        assertThat(checks.getFirst().parts()).containsExactly("brake");
        assertThat(checks.get(1).parts()).isEmpty();
        assertThat(checks.getLast().minutes()).isEqualTo(5);
        assertThat(checks.getLast().cost().stated()).isTrue();
        assertThat(checks).extracting(Check::id).doesNotHaveDuplicates();
        assertThat(checks).allMatch(c -> c.citations().size() == 1);
    }

    @Test
    void said_longParagraph_isWhatHasMostToDoWithTheComplaint_letterForLetter() {
        var passage = hit(PassageKind.PARAGRAPH, LONG);
        String said = BriefWriter.said(passage, Words.of("brake drags, return spring broken"));
        assertThat(said).isEqualTo("The brake drags when the return spring is broken. Replace the brake then.");
        assertThat(LONG).contains(said);
    }

    @Test
    void said_shortParagraph_andEveryStep_isSaidWhole() {
        assertThat(BriefWriter.said(hit(PassageKind.PARAGRAPH, "One. Two."), Set.of()))
                .isEqualTo("One. Two.");
        assertThat(BriefWriter.said(hit(PassageKind.STEP, LONG), Set.of("brake")))
                .isEqualTo(LONG);
    }

    @Test
    void said_longFault_isItsOpening() {
        String fault = "BRAKE HOT " + "message shown ".repeat(20) + "; isolated to: part 1; part 2";
        assertThat(BriefWriter.said(hit(PassageKind.FAULT, fault), Set.of()))
                .startsWith("BRAKE HOT")
                .doesNotContain("isolated")
                .isSubstringOf(fault);
    }

    @Test
    void whateverIsSaid_standsTheVerifiersComparison() {
        for (String text : List.of(LONG, "Do not run it. " + LONG, LONG.replace(". ", ".\n"))) {
            String said = BriefWriter.said(hit(PassageKind.PARAGRAPH, text), Words.of("brake drags spring broken"));
            assertThat(Quotation.standsIn(text, said)).isTrue();
        }
    }

    @Test
    void brief_warningOfACitedStep_isWithIt() {
        var bench = new Bench().passage("AMM", PassageKind.STEP, "Hot: check the brake.");
        var written = new BriefWriter(new CheckPlanner())
                .write(
                        complaint("brake"),
                        bench.exhibits(),
                        RankedSystems.none(),
                        List.of(),
                        Situation.of(List.of(), bench.exhibits(), List.of()),
                        List.of(),
                        List.of(),
                        TODAY);
        assertThat(written.draft().warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.text()).isEqualTo("HOT."));
        assertThat(written.required().get("c1")).isEqualTo(written.draft().warnings());
    }

    private static BriefWriter.Written answered(String question, Set<String> wanted, Bench bench) {
        var writer = new AnswerWriter();
        List<Said> chosen = writer.chosen(question, wanted, bench.exhibits());
        return writer.written(question, chosen, bench.exhibits(), List.of(), TODAY, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the torque of the axle nut?",
                "how tight is the axle nut",
                "axle nut torque",
                "maximum torque for axle nut?"
            })
    void answer_questionForAValue_picksTheSentenceWithTheValue(String question) {
        var bench = new Bench()
                .passage(
                        "AMM",
                        PassageKind.PARAGRAPH,
                        "The torque of the axle nut matters. The axle nut torque is 250 N·m. Use clean grease.");
        var written = answered(question, EvidenceCheck.wanted(question), bench);
        assertThat(written.draft().statements().getFirst().text()).isEqualTo("The axle nut torque is 250 N·m.");
    }

    @Test
    void answer_neighbouringSentences_areSaidTogether_asTheyStand() {
        var text = "Remove the cap of the oil filter,  then the oil filter.  Discard the oil filter.";
        var bench = new Bench().passage("AMM", PassageKind.PARAGRAPH, text);
        var written = answered("replacing the oil filter", Words.of("replacing oil filter"), bench);
        assertThat(written.draft().statements())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).isEqualTo(text));
    }

    @Test
    void answer_fewStatements_howeverMuchWasFound() {
        var bench = new Bench();
        for (int i = 0; i < 8; i++)
            bench.passage(
                    "AMM " + i,
                    PassageKind.PARAGRAPH,
                    "The oil filter of engine " + i + " is red. Nothing else matters here. It is " + "long ".repeat(60)
                            + ". The oil filter " + i + " is round.");
        var statements = answered("what is the oil filter", Words.of("oil filter"), bench)
                .draft()
                .statements();
        assertThat(statements).hasSizeBetween(2, 7);
        assertThat(statements.stream().mapToInt(said -> said.text().length()).sum())
                .isLessThanOrEqualTo(1800);
    }

    @Test
    void answer_sameSentenceInTwoPlaces_isSaidOnce() {
        var bench = new Bench()
                .passage("A", PassageKind.STEP, "Torque the axle nut to 250 N·m.")
                .passage("B", PassageKind.STEP, "Torque the axle nut to 250 N·m.");
        var written = answered("torque of the axle nut", Words.of("torque axle nut"), bench);
        assertThat(written.draft().statements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwop zxcv blorf", "best recipe for chocolate cake", "what is it?", ""})
    void evidence_nonsenseAndOffTopic_isNotEnough(String text) {
        var bench = new Bench()
                .passage("AMM", PassageKind.STEP, "Torque the axle nut to 250 N·m.")
                .past(0.1, "x", "y");
        assertThat(enough.lacks(EvidenceCheck.wanted(text), bench.exhibits())).isPresent();
        assertThat(enough.lacks(EvidenceCheck.wanted(text), new Bench().exhibits()))
                .isPresent();
    }

    @Test
    void evidence_passageOrLikeRecord_isEnough() {
        var passage = new Bench().passage("AMM", PassageKind.STEP, "Torque the axle nut to 250 N·m.");
        assertThat(enough.lacks(EvidenceCheck.wanted("axle nut torquing"), passage.exhibits()))
                .isEmpty();
        assertThat(enough.lacks(Set.of("xyzzy"), new Bench().past(0.8, "x", "y").exhibits()))
                .isEmpty();
    }

    private static flightline.corpus.Passage hit(PassageKind kind, String text) {
        return new Bench()
                .passage("AMM", kind, text)
                .exhibits()
                .documents()
                .getFirst()
                .hit()
                .passage();
    }
}
