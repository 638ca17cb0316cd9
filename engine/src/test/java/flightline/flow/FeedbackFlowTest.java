package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.archive.FeedbackBook;
import flightline.flow.FeedbackFlow.Kind;
import flightline.flow.FeedbackFlow.Outcome;
import flightline.state.FileCabinet;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedbackFlowTest {
    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder).shelve(new Paper("AMM-32", "Wheels").step("Torque the axle nut to 40 N·m."));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    private FeedbackFlow feedback() {
        return new FeedbackFlow(
                hangar.gate,
                new FeedbackBook(new FileCabinet(folder)),
                hangar.audit,
                InstantSource.fixed(Instant.EPOCH));
    }

    private String answered() {
        return hangar.ask()
                .ask(Hangar.request("What is the torque of the axle nut?"))
                .head()
                .audit();
    }

    @Test
    void say_ofOnesOwnAnswer_isKept_andLoggedWithoutItsNote() {
        String answer = answered();

        assertThat(feedback().say(answer, Kind.WRONG_PAGE, "it is on the next one", "c1", "", ANYBODY))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(feedback().list(ANYBODY)).singleElement().satisfies(said -> {
            assertThat(said.answer()).isEqualTo(answer);
            assertThat(said.note()).isEqualTo("it is on the next one");
        });
        var event = hangar.entries().getLast().event();
        assertThat(event.kind()).isEqualTo("feedback");
        assertThat(event.outcome()).isEqualTo("wrong-page");
        assertThat(event.toString()).doesNotContain("next one");
        assertThat(feedback().measured(ANYBODY).figures())
                .containsEntry("wrong-page", 1.0)
                .containsEntry("helped", 0.0);
    }

    @Test
    void say_ofAnothersAnswer_orOfNone_isNotPossible() {
        String answer = answered();

        assertThat(feedback().say(answer, Kind.HELPED, "", "", "", CLEARED)).isInstanceOf(Outcome.NotPossible.class);
        assertThat(feedback().say("A-999999", Kind.HELPED, "", "", "", ANYBODY))
                .isInstanceOf(Outcome.NotPossible.class);
        assertThat(feedback().say("../x", Kind.HELPED, "", "", "", ANYBODY)).isInstanceOf(Outcome.NotPossible.class);
        assertThat(feedback().say(answer, Kind.HELPED, "x".repeat(2001), "", "", ANYBODY))
                .isInstanceOf(Outcome.NotPossible.class);
        assertThat(feedback().say(answer, Kind.HELPED, "", "<b>", "", ANYBODY)).isInstanceOf(Outcome.NotPossible.class);
        assertThat(feedback().list(ANYBODY)).isEmpty();
    }

    @Test
    void list_ofSomebodyClearedForLess_hidesWhatOthersMayHaveWritten() {
        String answer = hangar.ask()
                .ask(Hangar.request("What is the torque of the axle nut?", CLEARED))
                .head()
                .audit();
        feedback().say(answer, Kind.DANGEROUS, "the restricted limit is another", "", "", CLEARED);

        assertThat(feedback().list(ANYBODY)).isEmpty();
        assertThat(feedback().list(CLEARED)).hasSize(1);
    }

    @Test
    void say_atTwoNodesOfOneState_underOneNumber_keepsBoth() {
        try (Hangar other = new Hangar(folder.resolve("other"))
                .shelve(new Paper("AMM-32", "Wheels").step("Torque the axle nut to 40 N·m."))) {
            String here = answered();
            String there = other.ask()
                    .ask(Hangar.request("What is the torque of the axle nut?"))
                    .head()
                    .audit();
            assertThat(there).isEqualTo(here);
            var atOther = new FeedbackFlow(
                    other.gate,
                    new FeedbackBook(new FileCabinet(folder)),
                    other.audit,
                    InstantSource.fixed(Instant.EPOCH));

            feedback().say(here, Kind.DANGEROUS, "10 times too much", "", "", ANYBODY);
            atOther.say(there, Kind.HELPED, "", "", "", ANYBODY);

            assertThat(feedback().list(ANYBODY))
                    .extracting(FeedbackBook.Said::kind, FeedbackBook.Said::log)
                    .containsExactlyInAnyOrder(
                            tuple("dangerous", hangar.audit.name()), tuple("helped", other.audit.name()));
        }
    }

    @Test
    void say_ofAnAnswerOfAnotherNode_isNotTakenForOneOfThisNode() {
        String answer = answered();

        assertThat(feedback().say(answer, Kind.DANGEROUS, "", "", "0123456789ab", ANYBODY))
                .isInstanceOfSatisfying(
                        Outcome.NotPossible.class,
                        no -> assertThat(no.why()).contains("0123456789ab").contains("another node"));
        assertThat(feedback().say(answer, Kind.DANGEROUS, "", "", hangar.audit.name(), ANYBODY))
                .isInstanceOf(Outcome.Kept.class);
    }
}
