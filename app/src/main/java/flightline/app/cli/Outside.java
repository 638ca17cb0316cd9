package flightline.app.cli;

import flightline.model.Embedder;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a command meets of the world: its streams, the environment, the clock.
 *
 * @param terminal whether a person looks on
 * @param root where the product is installed
 * @param embedder stands in for the one that ships, absent when the program runs by itself
 */
record Outside(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        String home,
        String root,
        Clock clock,
        LongSupplier nanos,
        int processors,
        Optional<Embedder> embedder) {

    boolean colour() {
        return terminal && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
    }

    /** Columns of the terminal, 100 where nobody says. */
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{2,4}") ? Math.clamp(Integer.parseInt(columns), 60, 140) : 100;
    }

    Path defaultData() {
        String set = environment.get("FLIGHTLINE_DATA");
        return set == null || set.isBlank() ? Path.of(home, ".flightline") : Path.of(set);
    }
}
