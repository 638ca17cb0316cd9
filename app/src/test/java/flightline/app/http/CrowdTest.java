package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More people than a machine can answer at once. */
final class CrowdTest {
    @TempDir
    private Path temp = Path.of("unused");

    /** Takes as long for a question as somebody holds it up. */
    private record Held(Embedder held, CountDownLatch go) implements Embedder {
        @Override
        public String name() {
            return held.name();
        }

        @Override
        public int dimension() {
            return held.dimension();
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            return held.passages(texts);
        }

        @Override
        public float[] query(String text) {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return held.query(text);
        }

        @Override
        public void close() {
            held.close();
        }
    }

    @Test
    void crowd_isAnsweredInTurn_andWhoeverFindsTheQueueFullIsToldSo() throws Exception {
        int crowd = 200;
        var go = new CountDownLatch(1);
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        try (var stand = new ApiStand(terminal, Bounds.STANDARD, new Held(new HashingEmbedder(), go));
                var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < crowd; i++) {
                String words = "rudder trim actuator " + i;
                boolean streamed = i % 4 == 0;
                asked.add(many.submit(() -> streamed
                        ? stand.post("/api/v1/ask", "{\"question\":\"" + words + "\"}", "Accept", "text/event-stream")
                        : stand.post("/api/v1/search", "{\"query\":\"" + words + "\"}")));
            }
            // Nobody is answered yet, so whoever is done was told to come again.
            while (asked.stream().noneMatch(Future::isDone)) Thread.sleep(10);
            assertThat(stand.get("/health").statusCode()).isEqualTo(200);
            go.countDown();

            int answered = 0;
            for (Future<HttpResponse<String>> one : asked) {
                HttpResponse<String> response = one.get();
                if (response.statusCode() == 200) {
                    answered++;
                    continue;
                }
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).contains("5");
                assertThat(response.body()).contains("too many are asking at this moment; come again in 5 s");
            }
            assertThat(answered).isBetween(2, crowd - 1);
            assertThat(stand.post("/api/v1/search", "{\"query\":\"rudder\"}").statusCode())
                    .isEqualTo(200);
            assertThat(stand.faults()).isEmpty();
        }
    }
}
