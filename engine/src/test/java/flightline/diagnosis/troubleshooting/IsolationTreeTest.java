package flightline.diagnosis.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IsolationTreeTest {
    private static final Map<String, Set<String>> ENDS =
            Map.of("e1", Set.of("harness"), "e2", Set.of("sensor"), "e3", Set.of("computer"));

    private final IsolationTree tree = IsolationTree.of(new Paper()
                    .step("s1", "yes", "s2", "no", "e1")
                    .step("s2", "yes", "s3", "no", "e2")
                    .step("s3", "yes", "e3", "no", "s1")
                    .end("e1", "Replace the harness.")
                    .end("e2", "Replace the sensor.")
                    .end("e3", "Replace the computer.")
                    .build())
            .orElseThrow();

    @Test
    void current_followsAnswers_toAnEnd() {
        assertThat(tree.current(Map.of())).map(IsolationTree.Node::id).contains("s1");
        assertThat(tree.current(Map.of("s1", "Yes")))
                .map(IsolationTree.Node::id)
                .contains("s2");
        assertThat(tree.current(Map.of("s1", "yes", "s2", "no")))
                .map(IsolationTree.Node::id)
                .contains("e2");
    }

    @Test
    void current_jumpBack_doesNotGoRoundForEver() {
        assertThat(tree.current(Map.of("s1", "yes", "s2", "yes", "s3", "no"))).isPresent();
    }

    @Test
    void current_answerThatLeadsNowhere_isAbsent() {
        assertThat(tree.current(Map.of("s1", "perhaps"))).isEmpty();
    }

    @Test
    void outcomes_makeAPartLikelierThatOnlyOneAnswerLeadsTo() {
        var first = (IsolationTree.Step) tree.nodes().getFirst();
        List<Outcome> outcomes = tree.outcomes(first, ENDS);
        Outcome no = outcomes.getLast();
        assertThat(no.likelihood("harness")).isGreaterThan(no.likelihood("sensor"));
        for (String part : List.of("harness", "sensor", "computer"))
            assertThat(outcomes.stream().mapToDouble(o -> o.likelihood(part)).sum())
                    .isEqualTo(1);
    }

    @Test
    void elsewhere_isAdvised_whereHistoryMakesIt_muchCheaper() {
        var trials = trials();
        var strategy = new Strategy(List.copyOf(trials.values()));
        var following = new Following(tree, trials, strategy);
        Beliefs computer = Beliefs.of(Map.of("harness", 0.02, "sensor", 0.02, "computer", 0.96));
        assertThat(following.elsewhere(tree.first(), computer, Strategy.Done.NOTHING))
                .hasValueSatisfying(entry -> assertThat(entry.node().id()).isIn("e3", "s3"));
    }

    @Test
    void elsewhere_isNotAdvised_whereTheProcedureHasEnded() {
        var trials = trials();
        Beliefs harness = Beliefs.of(Map.of("harness", 0.96, "sensor", 0.02, "computer", 0.02));
        var following = new Following(tree, trials, new Strategy(List.copyOf(trials.values())));
        assertThat(following.elsewhere(tree.at("e1").orElseThrow(), harness, Strategy.Done.NOTHING))
                .isEmpty();
    }

    @Test
    void of_documentThatIsolatesNothing_isAbsent() {
        assertThat(IsolationTree.of(new Paper().end("e1", "Replace it.").build()))
                .isEmpty();
    }

    @Test
    void current_passesOverLeadIns_andDoesNotStandAtAStepThatOnlyCloses() {
        var led = IsolationTree.of(new Paper()
                        .act("s0", "Do the following:", "s1")
                        .act("s1", "Return the aircraft to service.")
                        .step("s2", "yes", "s3", "no", "s1")
                        .act("s3", "Do these checks:", "s4")
                        .act("s4", "Measure the resistance.", "s5")
                        .act("s5", "End of procedure.")
                        .build())
                .orElseThrow();
        assertThat(led.first().id()).isEqualTo("s2");
        assertThat(led.current(Map.of())).map(IsolationTree.Node::id).contains("s2");
        assertThat(led.current(Map.of("s2", "yes"))).map(IsolationTree.Node::id).contains("s4");
        assertThat(led.current(Map.of("s2", "no"))).isEmpty();
        assertThat(led.current(Map.of("s2", "yes", "s4", "pass"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            End of procedure.                                      | true
            Return to service                                      | true
            12) Put the aircraft back to service.                  | true
            The procedure is complete. No further action required. | true
            Do the following:                                      | true
            Remove the panel. Check these items:                   | true
            Check that the valve returns to its normal position.   | false
            Return the lever to idle and check the RPM             | false
            Do a test of the end of travel switch.                 | false
            Stop the pump. Is the pressure zero?                   | false
            """)
    void idle_isTextWithNothingToDo(String text, boolean idle) {
        assertThat(Idle.is(text)).isEqualTo(idle);
    }

    private Map<String, Trial> trials() {
        var trials = new HashMap<String, Trial>();
        for (IsolationTree.Node node : tree.nodes())
            switch (node) {
                case IsolationTree.Step step ->
                    trials.put(
                            step.id(),
                            new Trial(step.id(), Set.of(), false, Cost.usual(60, ""), tree.outcomes(step, ENDS)));
                case IsolationTree.End end ->
                    trials.put(
                            end.id(),
                            Trial.repair(end.id(), ENDS.getOrDefault(end.id(), Set.of()), Cost.usual(30, "")));
            }
        return trials;
    }

    /** A document of isolation blocks. */
    private static final class Paper {
        private final SourceTextWriter source = new SourceTextWriter();
        private final List<PlacedBlock> blocks = new ArrayList<>();

        Paper step(String id, String... answers) {
            var branches = new ArrayList<Block.Branch>();
            for (int i = 0; i < answers.length; i += 2) branches.add(new Block.Branch(answers[i], answers[i + 1]));
            String text = "Is " + id + " good?";
            Place place = source.write(text);
            return add(new Block.IsolationStep(id, text, branches, text, place));
        }

        Paper act(String id, String text, String... next) {
            Place place = source.write(text);
            List<Block.Branch> branches =
                    List.of(next).stream().map(to -> new Block.Branch("", to)).toList();
            return add(new Block.IsolationStep(id, "", branches, text, place));
        }

        Paper end(String id, String text) {
            Place place = source.write(text);
            return add(new Block.IsolationEnd(id, List.of(), text, place));
        }

        private Paper add(Block block) {
            blocks.add(new PlacedBlock(List.of(), Applicability.ALL, block));
            return this;
        }

        StructuredDocument build() {
            return new StructuredDocument(
                    new DocumentHeader(
                            new DocumentId("FIM"),
                            "FIM",
                            new Revision("1", Optional.empty()),
                            DocumentKind.MANUAL,
                            DocumentStatus.FINAL,
                            Marking.UNMARKED,
                            Applicability.ALL,
                            List.of(),
                            List.of(),
                            "S1000D 4.1",
                            0),
                    source.toString(),
                    blocks);
        }
    }
}
