package flightline.eval.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * How long each of many calls took.
 *
 * @param millis sorted, milliseconds
 */
record Times(List<Double> millis) {
    /** Asks every question once to warm, then as many rounds as are wanted; callers share the questions. */
    static Times of(List<String> questions, int callers, int rounds, Consumer<String> asking)
            throws InterruptedException {
        questions.forEach(asking);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<List<Double>>>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                running.add(threads.submit(() -> asked(questions, first, callers, rounds, asking)));
            }
            var all = new ArrayList<Double>();
            for (Future<List<Double>> one : running) all.addAll(one.get());
            all.sort(null);
            return new Times(all);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Double> asked(
            List<String> questions, int first, int step, int rounds, Consumer<String> asking) {
        var took = new ArrayList<Double>();
        for (int i = first; i < questions.size() * rounds; i += step) {
            long began = System.nanoTime();
            asking.accept(questions.get(i % questions.size()));
            took.add((System.nanoTime() - began) / 1e6);
        }
        return took;
    }

    /** @param share 0 to 1 */
    double at(double share) {
        return millis.get((int) Math.min(millis.size() - 1, Math.floor(share * millis.size())));
    }
}
