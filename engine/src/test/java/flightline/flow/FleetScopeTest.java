package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.fleet.FleetDesk;
import flightline.flow.FleetFlow.Outcome;
import flightline.policy.Decision;
import flightline.terms.AtaTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that names nothing of an aircraft is ours where the records know each of its words, and what is forbidden stays so. */
final class FleetScopeTest {
    private static final String OURS = "how many coffee makers by month";

    @TempDir
    private Path temp = Path.of("unused");

    private Outcome asked(String question) {
        try (var hangar = new Hangar(temp);
                var shelf = new FleetShelf(temp, hangar.records, new AnalysisShelf(temp, 1), true, 1)) {
            hangar.file(
                    Hangar.event("1", LocalDate.of(2025, 1, 2), "QQ-KAA", "leaks", "replaced", "coffee maker"),
                    Hangar.event("2", LocalDate.of(2025, 2, 3), "QQ-KAB", "noisy", "replaced", "boost pump"));
            assertThat(hangar.gate.decide(OURS, Hangar.ANYBODY)).isInstanceOf(Decision.OutOfScope.class);
            return new FleetFlow(
                            hangar.gate,
                            shelf,
                            hangar.records,
                            new FleetDesk(AtaTable.standard(), 1),
                            hangar.audit,
                            () -> 0,
                            Witness.NOBODY,
                            Optional::empty)
                    .ask(Hangar.request(question));
        }
    }

    @Test
    void questionThatIsUnderstood_isAnswered() {
        assertThat(asked(OURS)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void questionThatIsNotUnderstood_isOutOfScopeAsBefore() {
        assertThat(asked("how many coffee makers were sold in Paris"))
                .isInstanceOfSatisfying(
                        Outcome.Denied.class,
                        denied -> assertThat(denied.outcome()).isEqualTo("out-of-scope"));
    }
}
