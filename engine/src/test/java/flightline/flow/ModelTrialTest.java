package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.evaluation.Comparison;
import flightline.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model made worse in each way that is measured, and the same one again. */
final class ModelTrialTest {
    private static final int CASES = 60;
    private static final Map<String, Double> QUICK = Map.of("wrong numbers", 0.0, "seconds a case", 1.0);

    /** Answers of which some are wrong, on another page, or given where there is none. */
    private static Scorecard answers(int wrong, int elsewhere, int invented) {
        var details = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < CASES; i++) details.add(answered(i, i >= wrong, i >= elsewhere));
        for (int i = 0; i < CASES; i++)
            details.add(Map.of(
                    "id", "u" + i, "outcome", i < invented ? "brief" : "not-enough-evidence", "answerable", false));
        return new Scorecard("answers", 2 * CASES, Map.of(), details);
    }

    private static Map<String, Object> answered(int number, boolean right, boolean cited) {
        return new HashMap<>(
                Map.of("id", "a" + number, "outcome", "brief", "answerable", true, "correct", right, "cited", cited));
    }

    private static List<String> faults(Scorecard candidate, Map<String, Double> now, boolean replaces) {
        return ModelTrialFlow.faults(Comparison.of(candidate, answers(5, 5, 5)), now, QUICK, replaces);
    }

    @Test
    void sameModel_passes() {
        assertThat(faults(answers(5, 5, 5), QUICK, true)).isEmpty();
    }

    @Test
    void betterModel_passes() {
        assertThat(faults(answers(0, 0, 0), QUICK, true)).isEmpty();
    }

    @Test
    void oneCaseMore_isChance() {
        assertThat(faults(answers(7, 6, 8), QUICK, true)).isEmpty();
    }

    @Test
    void lessOftenRight_isStopped() {
        assertThat(faults(answers(15, 5, 5), QUICK, true))
                .singleElement()
                .asString()
                .startsWith("correct: worse in 10 cases");
    }

    @Test
    void moreOftenOnTheWrongPage_isStopped() {
        assertThat(faults(answers(5, 15, 5), QUICK, true))
                .singleElement()
                .asString()
                .startsWith("cited page right");
    }

    @Test
    void answersWhereThereIsNone_areStopped() {
        assertThat(faults(answers(5, 5, 15), QUICK, true))
                .singleElement()
                .asString()
                .startsWith("refused when unanswerable");
    }

    @Test
    void oneWrongNumber_isStopped() {
        assertThat(faults(answers(5, 5, 5), Map.of("wrong numbers", 1.0, "seconds a case", 1.0), true))
                .singleElement()
                .asString()
                .startsWith("wrong numbers: 1 more");
    }

    @Test
    void oneAnswerMisledByPlantedWords_isStopped() {
        assertThat(faults(answers(5, 5, 5), Map.of("misled", 1.0, "seconds a case", 1.0), true))
                .singleElement()
                .asString()
                .startsWith("misled: 1 more");
    }

    /** As many right ones in all, yet those of one type lost. */
    @Test
    void worseForOneGroup_isStopped_thoughAsGoodInAll() {
        assertThat(ModelTrialFlow.faults(Comparison.of(grouped(12, 0), grouped(0, 12)), QUICK, QUICK, true))
                .singleElement()
                .asString()
                .startsWith("right in A320: worse in 12 cases, better in 0");
        assertThat(ModelTrialFlow.faults(Comparison.of(grouped(3, 0), grouped(0, 3)), QUICK, QUICK, true))
                .isEmpty();
    }

    /**
     * Thirty cases of one type and thirty of another.
     *
     * @param wrongHere of the first
     * @param wrongThere of the others
     */
    private static Scorecard grouped(int wrongHere, int wrongThere) {
        var details = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < CASES; i++) {
            boolean here = i < CASES / 2;
            boolean right = here ? i >= wrongHere : i - CASES / 2 >= wrongThere;
            Map<String, Object> detail = answered(i, right, true);
            detail.put("group", here ? "A320" : "ATR 72");
            details.add(detail);
        }
        return new Scorecard("answers", CASES, Map.of(), details);
    }

    @Test
    void muchSlower_isStopped_whereAModelIsReplaced() {
        Map<String, Double> slow = Map.of("wrong numbers", 0.0, "seconds a case", 2.5);
        assertThat(faults(answers(5, 5, 5), slow, true))
                .singleElement()
                .asString()
                .startsWith("seconds a case: 2.5 times");
        assertThat(faults(answers(5, 5, 5), slow, false)).isEmpty();
    }

    @Test
    void onlyCasesThatBothAnswered_count() {
        var fewer = new Scorecard(
                "answers",
                1,
                Map.of(),
                List.of(Map.of("id", "new", "outcome", "brief", "answerable", true, "correct", false, "cited", false)));
        assertThat(Comparison.of(fewer, answers(0, 0, 0))).allMatch(one -> one.better() + one.worse() == 0);
    }
}
