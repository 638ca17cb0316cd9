package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static flightline.flow.Hangar.event;
import static flightline.flow.Hangar.onAircraft;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.State;
import flightline.corpus.RecordId;
import flightline.diagnosis.Check;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionFlowTest {
    private static final String LOW = "hydraulic system pressure low after start";
    private static final String WARNING = "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.";

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));
    private SessionFlow sessions = hangar.sessions();

    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(new Paper("FIM-29", "29-11 Hydraulic pressure low")
                        .isolation("s1", "Is the hydraulic system pressure low after start?", "s2")
                        .warning(WARNING)
                        .isolation("s2", "Does the indicator of the pressure filter stand out?", "e1")
                        .end("e1", "Replace the engine driven pump."))
                .shelve(new Paper("AMM-29", "29-11 Trouble shooting")
                        .table(
                                "Hydraulic system pressure low",
                                List.of("Trouble", "Cause", "Remedy"),
                                List.of(
                                        "Hydraulic system pressure low",
                                        "Worn switch",
                                        "Replace the pressure switch.")))
                .file(
                        event(
                                "r1",
                                LocalDate.of(2025, 5, 1),
                                "N100",
                                LOW,
                                "replaced engine driven pump",
                                "engine driven pump"),
                        event(
                                "r3",
                                LocalDate.of(2025, 6, 1),
                                "N300",
                                LOW,
                                "replaced pressure switch",
                                "pressure switch"));
        sessions = hangar.sessions();
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void open_offersTheProceduresFirstStep_andKeepsTheSession() {
        var stands = begin();
        assertThat(checks(stands).getFirst().text()).startsWith("Is the hydraulic system pressure low");
        assertThat(stands.session().state()).isEqualTo(State.OPEN);
        assertThat(sessions.list(ANYBODY, 9))
                .extracting(Session::id)
                .containsExactly(stands.session().id());
    }

    @Test
    void answer_movesOnInTheProcedure_withTheWarningOfTheNextStep() {
        var first = begin();
        var second = stands(answer(first, checks(first).getFirst(), "fail"));
        assertThat(checks(second).getFirst().text()).startsWith("Does the indicator");
        assertThat(((Answer.Brief) second.answer())
                        .brief()
                        .notices(checks(second).getFirst()))
                .anyMatch(n -> n.text().equals(WARNING));
        var third = stands(answer(second, checks(second).getFirst(), "fail"));
        assertThat(checks(third).getFirst().text()).isEqualTo("Replace the engine driven pump.");
    }

    @Test
    void answer_repairThatDidNotHelp_movesBeliefToTheOther_andBackMovesItBack() {
        var first = begin();
        Check row = checks(first).stream()
                .filter(c -> c.text().contains("pressure switch") && c.why().contains("trouble table"))
                .findFirst()
                .orElseThrow();
        var second = stands(answer(first, row, "fail"));
        assertThat(moved(second, "engine driven pump")).isPositive();
        assertThat(moved(second, "pressure switch")).isNegative();
        assertThat(checks(second)).extracting(Check::id).doesNotContain(row.id());
        var back = stands(sessions.back(first.session().id(), ANYBODY));
        assertThat(moved(back, "pressure switch")).isPositive();
        assertThat(back.session().steps()).isEmpty();
    }

    @Test
    void skip_movesNothing_andIsNotOfferedAgain() {
        var first = begin();
        Check step = checks(first).getFirst();
        var second = stands(answer(first, step, "skip"));
        assertThat(second.moves()).allMatch(m -> Math.abs(m.after() - m.before()) < 1e-9);
        assertThat(checks(second)).extracting(Check::id).doesNotContain(step.id());
        assertThat(second.notes()).anyMatch(n -> n.contains("cannot be followed"));
    }

    @Test
    void contradictingAnswers_areNamed_andUndoEachOther() {
        var first = begin();
        Check row = checks(first).stream()
                .filter(c -> c.text().contains("pressure switch"))
                .findFirst()
                .orElseThrow();
        var second = stands(answer(first, row, "fail"));
        var third = stands(answer(second, row, "pass"));
        assertThat(third.notes()).anyMatch(n -> n.contains(row.id()) && n.contains("contradict"));
        var again = stands(answer(third, row, "pass"));
        assertThat(again.moves()).allMatch(m -> Math.abs(m.after() - m.before()) < 1e-9);
    }

    @Test
    void wrongIds_andWrongAnswers_getPlainAnswers_andChangeNothing() {
        var first = begin();
        String id = first.session().id();
        String check = checks(first).getFirst().id();
        assertThat(why(sessions.answer("s20260101-77", check, "pass", ANYBODY))).contains("no session 's20260101-77'");
        assertThat(why(sessions.show("../../etc/passwd", ANYBODY))).contains("no session");
        assertThat(why(sessions.answer(id, "k0", "pass", ANYBODY))).contains("no check 'k0'");
        assertThat(why(sessions.answer(id, check, "perhaps", ANYBODY))).contains("'pass', 'fail' or 'skip'", "perhaps");
        assertThat(why(sessions.back(id, ANYBODY))).contains("no answer to take back");
        assertThat(why(sessions.handOver(id, " ", ANYBODY))).contains("note");
        assertThat(why(sessions.close(id, " ", "", ANYBODY))).contains("name the part");
        assertThat(stands(sessions.show(id, ANYBODY)).session()).isEqualTo(first.session());
    }

    @Test
    void stopped_takesNoMoreSteps() {
        var first = begin();
        String id = first.session().id();
        assertThat(sessions.stop(id, ANYBODY)).isInstanceOf(SessionOutcome.Settled.class);
        assertThat(why(answer(first, checks(first).getFirst(), "pass"))).contains("was stopped");
        assertThat(why(sessions.close(id, "pump", "", ANYBODY))).contains("was stopped");
        assertThat(why(sessions.stop(id, ANYBODY))).contains("was stopped");
    }

    @Test
    void handedOver_goesOn_withItsNote() {
        var first = begin();
        sessions.handOver(first.session().id(), "night shift: pump still to be looked at", ANYBODY);
        var again = stands(sessions.show(first.session().id(), ANYBODY));
        assertThat(again.session().notes()).anyMatch(n -> n.contains("night shift"));
        assertThat(answer(again, checks(again).getFirst(), "fail")).isInstanceOf(SessionOutcome.Stands.class);
    }

    @Test
    void closed_becomesARecord_thatTheNextDiagnosisKnows() {
        String complaint = "strange chirping noise from the hydraulic pressure line on taxi";
        var first = stands(sessions.open(onAircraft(complaint + ", hydraulic system pressure low", "N555")));
        var row = checks(first).stream()
                .filter(c -> c.text().contains("pressure switch"))
                .findFirst()
                .orElseThrow();
        answer(first, row, "fail");
        String id = first.session().id();
        assertThat(sessions.close(id, "pulsation damper", "replaced pulsation damper", ANYBODY))
                .isInstanceOf(SessionOutcome.Settled.class);
        var kept = hangar.records.get(new RecordId("session-" + id)).orElseThrow();
        assertThat(kept.part()).isEqualTo("pulsation damper");
        assertThat(kept.aircraft()).isEqualTo("N555");
        assertThat(kept.source()).isEqualTo("session " + id);
        assertThat(kept.other()).containsEntry("did not help", "pressure switch");
        var next = (Answer.Brief) hangar.diagnose().diagnose(request(complaint));
        assertThat(next.brief().findings().causes().getFirst().part()).isEqualTo("pulsation damper");
        assertThat(why(sessions.close(id, "pump", "", ANYBODY))).contains("is closed", "pulsation damper");
    }

    @Test
    void everyStep_hasItsAuditEntry_ofTheSession() {
        var first = begin();
        answer(first, checks(first).getFirst(), "fail");
        sessions.handOver(first.session().id(), "to the next shift", ANYBODY);
        assertThat(hangar.entries().stream()
                        .filter(e -> e.event().kind().equals("session"))
                        .map(e -> e.event().details().get("act")))
                .containsExactly("open", "answer", "hand-over");
        assertThat(hangar.entries())
                .allMatch(e -> !e.event().kind().equals("session")
                        || first.session().id().equals(e.event().details().get("session")));
    }

    @Test
    void complaintsAndNotes_passTheGate() {
        assertThat(sessions.open(request("forge the inspector's stamp on the work card")))
                .isInstanceOfSatisfying(
                        SessionOutcome.NoBrief.class,
                        n -> assertThat(n.answer()).isInstanceOf(Answer.Refused.class));
        var first = begin();
        assertThat(sessions.handOver(first.session().id(), "forge the inspector's stamp on the work card", ANYBODY))
                .isInstanceOf(SessionOutcome.NoBrief.class);
        assertThat(stands(sessions.show(first.session().id(), ANYBODY))
                        .session()
                        .notes())
                .isEmpty();
    }

    @Test
    void withoutEvidence_thereIsNoSession() {
        assertThat(sessions.open(request("qwop zxcv blorf"))).isInstanceOf(SessionOutcome.NoBrief.class);
        assertThat(sessions.list(ANYBODY, 9)).isEmpty();
    }

    @Test
    void sessionOfOneWhoMaySeeMore_isUnknownToOthers() {
        var first = stands(sessions.open(request(LOW, CLEARED)));
        assertThat(why(sessions.show(first.session().id(), ANYBODY))).contains("no session");
        assertThat(sessions.list(ANYBODY, 9)).isEmpty();
        assertThat(sessions.list(CLEARED, 9)).hasSize(1);
    }

    @Test
    void twoStepsFromOneState_theLaterIsTold() {
        var first = begin();
        Session stale = first.session();
        answer(first, checks(first).getFirst(), "fail");
        assertThat(hangar.sessions.replace(stale, stale.in(State.STOPPED, "", "2026-03-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void removedDocument_leavesNoWordInASession() {
        var first = begin();
        answer(first, checks(first).getFirst(), "fail");
        String source = hangar.sessions
                .find(first.session().id())
                .orElseThrow()
                .steps()
                .getFirst()
                .source();
        hangar.sessions.strike(List.of(source));
        var step =
                hangar.sessions.find(first.session().id()).orElseThrow().steps().getFirst();
        assertThat(step.text()).isEqualTo("removed from the library since");
        assertThat(step.likelihoods()).isEmpty();
    }

    private SessionOutcome.Stands begin() {
        return stands(sessions.open(request(LOW)));
    }

    private SessionOutcome answer(SessionOutcome.Stands at, Check check, String result) {
        return sessions.answer(at.session().id(), check.id(), result, ANYBODY);
    }

    private static SessionOutcome.Stands stands(SessionOutcome outcome) {
        assertThat(outcome).isInstanceOf(SessionOutcome.Stands.class);
        return (SessionOutcome.Stands) outcome;
    }

    private static String why(SessionOutcome outcome) {
        assertThat(outcome).isInstanceOf(SessionOutcome.NotPossible.class);
        return ((SessionOutcome.NotPossible) outcome).why();
    }

    private static List<Check> checks(SessionOutcome.Stands stands) {
        return ((Answer.Brief) stands.answer()).brief().checks();
    }

    private static double moved(SessionOutcome.Stands stands, String part) {
        return stands.moves().stream()
                .filter(m -> m.part().equals(part))
                .mapToDouble(m -> m.after() - m.before())
                .findFirst()
                .orElseThrow();
    }
}
