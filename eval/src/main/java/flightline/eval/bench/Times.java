package flightline.eval.bench;

import java.lang.management.ManagementFactory;
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
 * @param cpuMillis of the processor's time on the caller's thread, sorted: what other work on the machine takes is not in it
 */
record Times(List<Double> millis, List<Double> cpuMillis) {
    private record Call(double millis, double cpuMillis) {}

    /** Asks every question once; callers share the questions. */
    static Times of(List<String> questions, int callers, Consumer<String> asking) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<List<Call>>>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                running.add(threads.submit(() -> asked(questions, first, callers, asking)));
            }
            var all = new ArrayList<Call>();
            for (Future<List<Call>> one : running) all.addAll(one.get());
            return new Times(
                    all.stream().map(Call::millis).sorted().toList(),
                    all.stream().map(Call::cpuMillis).sorted().toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Call> asked(List<String> questions, int first, int step, Consumer<String> asking) {
        var took = new ArrayList<Call>();
        var clock = ManagementFactory.getThreadMXBean();
        for (int i = first; i < questions.size(); i += step) {
            long began = System.nanoTime();
            long spent = clock.getCurrentThreadCpuTime();
            asking.accept(questions.get(i));
            took.add(new Call((System.nanoTime() - began) / 1e6, (clock.getCurrentThreadCpuTime() - spent) / 1e6));
        }
        return took;
    }

    /** @param share 0 to 1 */
    double at(double share) {
        return at(millis, share);
    }

    /** @param share 0 to 1 */
    double cpuAt(double share) {
        return at(cpuMillis, share);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
