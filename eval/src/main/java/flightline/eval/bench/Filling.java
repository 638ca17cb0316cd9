package flightline.eval.bench;

import com.sun.management.OperatingSystemMXBean;
import flightline.model.Embedder;
import flightline.search.LucenePassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;

/** Takes made documents into a new index and times what the index needs for it, not what making them does. */
final class Filling {
    /** Passages of one commit. */
    private static final int COMMIT = 10_000;

    private final Path folder;
    private final Embedder model;
    private final Variation variation;
    private long nanos;
    private long cpu;

    Filling(Path folder, Embedder model, Variation variation) {
        this.folder = folder;
        this.model = model;
        this.variation = variation;
    }

    /**
     * What it took.
     *
     * @param rate passages a second on the clock
     * @param cpuRate passages a second of processor, over all threads
     */
    record Filled(double rate, double cpuRate) {
        String written() {
            return rate + " " + cpuRate;
        }

        static Filled read(String written) {
            String[] both = written.strip().split(" ");
            return new Filled(Double.parseDouble(both[0]), Double.parseDouble(both[1]));
        }
    }

    Filled to(int size) {
        var prepared = new Prepared(model);
        int taken = 0;
        try (var index = LucenePassageIndex.open(
                folder, prepared, Abbreviations.standard().all())) {
            while (taken < size) {
                var batch = new ArrayList<RevisionSwap>();
                var embedded = new HashMap<String, float[]>();
                int count = 0;
                while (count < COMMIT && taken + count < size) {
                    Variation.Made made = variation.next();
                    batch.add(made.swap());
                    embedded.putAll(made.embedded());
                    count += made.vectors().size();
                }
                prepared.expect(embedded);
                timed(() -> index.swap(batch));
                taken += count;
                Bench.say(taken + " of " + size + " passages");
            }
            timed(index::release);
        }
        return new Filled(taken / (nanos / 1e9), taken / (cpu / 1e9));
    }

    private void timed(Runnable work) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long began = System.nanoTime();
        long spent = system.getProcessCpuTime();
        work.run();
        nanos += System.nanoTime() - began;
        cpu += system.getProcessCpuTime() - spent;
    }
}
