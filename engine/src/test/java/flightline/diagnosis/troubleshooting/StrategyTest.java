package flightline.diagnosis.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StrategyTest {
    private static final Trial PUMP = Trial.repair("pump", Set.of("pump"), Cost.usual(120, "usual"));
    private static final Trial SWITCH = Trial.repair("switch", Set.of("switch"), Cost.usual(20, "usual"));
    private static final Trial LOOK = Trial.check("look", Set.of("pump"), Cost.usual(5, "usual"));

    @Test
    void repairs_goByBeliefOverMinutes() {
        var strategy = new Strategy(List.of(PUMP, SWITCH));
        assertThat(next(strategy, beliefs(0.6, 0.4))).contains(SWITCH);
        assertThat(next(strategy, beliefs(0.95, 0.05))).contains(PUMP);
    }

    @Test
    void expectedCost_isWhatEachTakesByTheBeliefThatNoneBeforeItCured() {
        var strategy = new Strategy(List.of(PUMP, SWITCH));
        // 0.95 of the belief is shared out, 0.05 is kept for a cause that nobody listed.
        double switched = 0.4 * 0.95;
        double pumped = 0.6 * 0.95;
        double expected = 20 + (1 - switched) * 120 + (1 - switched - pumped) * UsualTimes.HANDED_OVER;
        assertThat(strategy.repairing(beliefs(0.6, 0.4), Strategy.Done.NOTHING)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aCheapTestThatTells_comesFirst_andAnExpensiveOneDoesNot() {
        var dear = Trial.check("dear", Set.of("pump"), Cost.usual(300, "usual"));
        assertThat(next(new Strategy(List.of(PUMP, SWITCH, LOOK)), beliefs(0.6, 0.4)))
                .contains(LOOK);
        assertThat(next(new Strategy(List.of(PUMP, SWITCH, dear)), beliefs(0.6, 0.4)))
                .contains(SWITCH);
    }

    @Test
    void whatTakesMoreThanItSavesOfHandingOver_isLeftOut() {
        var strategy = new Strategy(List.of(Trial.repair("wing", Set.of("wing"), Cost.usual(400, "usual"))));
        assertThat(strategy.next(Beliefs.of(Map.of("wing", 1.0, "other", 9.0)), Strategy.Done.NOTHING))
                .isEmpty();
    }

    @Test
    void setup_isPaidOnceForOnePlace() {
        var cost = new Cost(10, true, "stated", 60, "FIM", List.of(), List.of(), List.of());
        var done = Strategy.Done.NOTHING.and(Trial.check("one", Set.of("pump"), cost));
        assertThat(Strategy.Done.NOTHING.minutes(Trial.check("two", Set.of("pump"), cost)))
                .isEqualTo(70);
        assertThat(done.minutes(Trial.check("two", Set.of("pump"), cost))).isEqualTo(10);
    }

    @Test
    void noSingleAnswer_settlesAnything() {
        Beliefs before = beliefs(0.99, 0.01);
        for (Trial trial : List.of(PUMP, SWITCH, LOOK))
            for (Outcome outcome : trial.outcomes())
                for (String part : List.of("pump", "switch"))
                    assertThat(before.after(outcome).of(part)).isBetween(1e-6, 1 - 1e-6);
    }

    @Test
    void answers_moveBeliefsAsBayesSays_andAddUpToOne() {
        Beliefs after = beliefs(0.5, 0.5).after(Outcome.pass(List.of("pump")));
        assertThat(after.of("pump")).isLessThan(after.of("switch"));
        assertThat(after.of("pump") + after.of("switch") + after.unlisted()).isCloseTo(1, within(1e-9));
        assertThat(after.of("pump") / after.of("switch")).isCloseTo(0.1 / 0.9, within(1e-9));
    }

    @Test
    void contradictingAnswers_undoEachOther() {
        Beliefs before = beliefs(0.7, 0.3);
        Beliefs after = before.after(Outcome.pass(List.of("pump"))).after(Outcome.fail(List.of("pump")));
        assertThat(after.of("pump")).isCloseTo(before.of("pump"), within(1e-9));
    }

    @Test
    void nothingListed_leavesAllBeliefToTheUnlisted() {
        Beliefs none = Beliefs.of(Map.of());
        assertThat(none.unlisted()).isEqualTo(1);
        assertThat(new Strategy(List.of()).next(none, Strategy.Done.NOTHING)).isEmpty();
    }

    @Test
    void impossibleValues_areRefused() {
        assertThatThrownBy(() -> Cost.usual(0, "")).hasMessageContaining("minutes must be at least 1, got 0");
        assertThatThrownBy(() -> new Outcome("x", Map.of(), 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new Trial("t", Set.of(), false, Cost.usual(1, ""), List.of()))
                .hasMessageContaining("at least two outcomes");
    }

    private static Optional<Trial> next(Strategy strategy, Beliefs beliefs) {
        return strategy.next(beliefs, Strategy.Done.NOTHING).map(Strategy.Choice::trial);
    }

    private static Beliefs beliefs(double pump, double valve) {
        var weights = new LinkedHashMap<String, Double>();
        weights.put("pump", pump);
        weights.put("switch", valve);
        return Beliefs.of(weights);
    }
}
