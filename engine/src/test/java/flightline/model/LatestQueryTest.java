package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class LatestQueryTest {
    private final ArrayList<String> computed = new ArrayList<>();
    private final LatestQuery latest = new LatestQuery(new HashingEmbedder() {
        @Override
        public float[] query(String text) {
            computed.add(text);
            return super.query(text);
        }
    });

    @Test
    void questionAndQuestionWithItsMatter_takingTurns_areComputedOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(latest.query("what torque?")).isEqualTo(new HashingEmbedder().query("what torque?"));
            assertThat(latest.query("what torque? axle nut"))
                    .isEqualTo(new HashingEmbedder().query("what torque? axle nut"));
        }
        assertThat(computed).containsExactly("what torque?", "what torque? axle nut");
    }

    @Test
    void whatWasHandedOut_mayBeChanged() {
        latest.query("pump")[0] = 7;
        assertThat(latest.query("pump")).isEqualTo(new HashingEmbedder().query("pump"));
    }

    @Test
    void thirdQuestion_pushesTheFirstOut() {
        for (String text : new String[] {"a", "b", "c", "b", "a"}) latest.query(text);
        assertThat(computed).containsExactly("a", "b", "c", "a");
    }
}
