package flightline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.learning.ChoiceModel.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ChoiceModelTest {
    @Test
    void weightsThatMadeTheAnswers_areFoundAgain() {
        var truth = ChoiceModel.of(2, -1);
        var random = new SplittableRandom(11);
        var cases = new ArrayList<Answered>();
        for (int n = 0; n < 4000; n++) {
            double[][] rows = new double[5][2];
            for (double[] row : rows) for (int a = 0; a < 2; a++) row[a] = random.nextDouble(-1, 1);
            var choice = new Choice(List.of("a", "b", "c", "d", "e"), rows);
            double[] p = truth.probabilities(choice);
            double drawn = random.nextDouble();
            int right = 0;
            while (right < 4 && drawn > p[right]) drawn -= p[right++];
            cases.add(new Answered(choice, right));
        }
        var probe = new Choice(List.of("x", "y"), new double[][] {{1, 0}, {0, 1}});
        double found = ChoiceModel.of(0, 0).learn(cases, 1).probabilities(probe)[0];
        assertThat(found).isBetween(truth.probabilities(probe)[0] - 0.02, truth.probabilities(probe)[0] + 0.02);
    }

    @Test
    void withoutCases_whatStoodBeforeStands() {
        var choice = new Choice(List.of("x", "y"), new double[][] {{1}, {0}});
        assertThat(ChoiceModel.of(0.5).learn(List.of(), 4).probabilities(choice))
                .isEqualTo(ChoiceModel.of(0.5).probabilities(choice));
    }

    @Test
    void hugeFeatures_giveProbabilitiesStill() {
        var choice = new Choice(List.of("x", "y"), new double[][] {{5000}, {-5000}});
        assertThat(ChoiceModel.of(3).probabilities(choice)).containsExactly(1, 0);
    }
}
