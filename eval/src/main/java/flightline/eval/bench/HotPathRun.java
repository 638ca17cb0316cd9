package flightline.eval.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link HotPaths} with JMH: each in two processes of its own, warmed up, with the spread between its rounds. */
final class HotPathRun {
    private static final int PROCESSES = 2;
    private static final int WARMING = 3;
    private static final int COUNTED = 5;

    private HotPathRun() {}

    /**
     * One hot path.
     *
     * @param mean microseconds
     * @param error half of the interval that holds the mean with 99.9 %, microseconds
     */
    record HotPath(String name, double mean, double error) {}

    /**
     * @param index folder that was filled
     * @param complaints lines with a {@code symptom}
     */
    static List<HotPath> over(Path index, Path complaints) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + HotPaths.class.getName().replace(".", "\\.") + "\\.")
                .param("index", index.toAbsolutePath().toString())
                .param("complaints", complaints.toAbsolutePath().toString())
                .forks(PROCESSES)
                .warmupIterations(WARMING)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(COUNTED)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        var paths = new ArrayList<HotPath>();
        for (RunResult result : results) {
            var primary = result.getPrimaryResult();
            paths.add(new HotPath(
                    inWords(primary.getLabel()),
                    primary.getScore(),
                    primary.getStatistics().getMeanErrorAt(0.999)));
        }
        return paths;
    }

    /** {@code passagesAreFoundByWords}: passages are found by words. */
    private static String inWords(String method) {
        return method.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static String table(List<HotPath> paths) {
        var text = new StringBuilder("| step | mean, µs | ± (99.9 %) |\n| --- | ---: | ---: |\n");
        for (HotPath path : paths)
            text.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", path.name(), path.mean(), path.error()));
        return text.toString();
    }
}
