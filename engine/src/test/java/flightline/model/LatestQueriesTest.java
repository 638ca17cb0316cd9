package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class LatestQueriesTest {
    /** Notes what it is asked; has no vector for "broken" the first time. */
    private static final class Noting implements Embedder {
        private final Embedder embedder = new HashingEmbedder();
        private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return embedder.name();
        }

        @Override
        public int dimension() {
            return embedder.dimension();
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            return embedder.passages(texts);
        }

        @Override
        public float[] query(String text) {
            boolean first = !asked.contains(text);
            asked.add(text);
            if (text.equals("broken") && first) throw new IllegalStateException("no vector");
            return embedder.query(text);
        }

        @Override
        public void close() {
            embedder.close();
        }
    }

    private final Noting model = new Noting();
    private final LatestQueries latest = new LatestQueries(model);

    @Test
    void sameQuestions_inTurn_areAskedOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(latest.query("pump")).isEqualTo(new HashingEmbedder().query("pump"));
            assertThat(latest.query("door")).isEqualTo(new HashingEmbedder().query("door"));
        }
        assertThat(model.asked).containsExactly("pump", "door");
    }

    @Test
    void sameQuestion_ofSeveralAtOnce_isAskedOnce() throws Exception {
        var answers = new ArrayList<Future<float[]>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) answers.add(threads.submit(() -> latest.query("pump")));
        }
        for (var answer : answers) assertThat(answer.get()).isEqualTo(new HashingEmbedder().query("pump"));
        assertThat(model.asked).containsExactly("pump");
    }

    @Test
    void vector_changedByWhoAsked_staysAsItWas() {
        latest.query("pump")[0] = 7;
        assertThat(latest.query("pump")).isEqualTo(new HashingEmbedder().query("pump"));
    }

    @Test
    void fault_isNotKept() {
        assertThatThrownBy(() -> latest.query("broken")).hasMessage("no vector");
        assertThat(latest.query("broken")).isEqualTo(new HashingEmbedder().query("broken"));
    }

    @Test
    void questionSaidToComeSoon_isAskedOnce() {
        latest.soon("pump");
        assertThat(latest.query("pump")).isEqualTo(new HashingEmbedder().query("pump"));
        latest.close();
        assertThat(model.asked).containsExactly("pump");
    }

    @Test
    void faultOfWhatWasBegunAhead_isNotKept() {
        latest.soon("broken");
        latest.close();
        assertThat(latest.query("broken")).isEqualTo(new HashingEmbedder().query("broken"));
    }

    @Test
    void close_waitsForWhatWasBegunAhead() {
        for (int i = 0; i < 200; i++) {
            var one = new Noting();
            var queries = new LatestQueries(one);
            queries.soon("pump");
            queries.close();
            assertThat(one.asked).containsExactly("pump");
        }
    }
}
