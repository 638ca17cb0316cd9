package flightline.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code library remove} in a process of its own, killed at a random moment of its work; whoever comes next finds the
 * document whole or finishes its removal. Once it is gone no byte of the folder gives back a word that only it had. Each
 * kill works on a fresh copy of one folder, so that all hit a removal and none what is left of one.
 */
final class KilledRemovals {
    private static final List<String> WORDS = List.of(
            "quomblefax", "drizzanthor", "vexiplonk", "oberschnurgel", "tharbindle", "mugwhortle", "zibbledoon");
    private static final int OTHERS = 40;

    private final Path temp;
    private final KilledRuns.Program program;
    private final Random random;

    KilledRemovals(Path temp, KilledRuns.Program program, long seed) {
        this.temp = temp;
        this.program = program;
        this.random = new Random(seed);
    }

    /** Kills so many working removals; returns the figures in words. */
    String kill(int kills) throws IOException, InterruptedException {
        Path filled = fill();
        String document = document(filled);
        String before = Held.in(filled, program.embedder()).digest();
        Path whole = copy(filled, "undisturbed");
        long work = undisturbed(whole, document);
        String reference = Held.in(whole, program.embedder()).digest();
        assertGone(whole, document);
        int hit = 0;
        int gone = 0;
        int kept = 0;
        int finished = 0;
        while (hit < kills) {
            Path data = copy(filled, "data-" + hit + "-" + finished);
            Child child = begin(data, document);
            if (child.endsWithin(random.nextLong(work + 1))) {
                finished++;
                assertThat(child.await()).as(child.said()).isZero();
                assertGone(data, document);
                continue;
            }
            child.kill();
            hit++;
            // The next to come, and the first to write: both have to leave it done or not begun.
            var terminal = new Terminal(data, program.embedder());
            var check = terminal.run("check", "--json", "--quiet");
            assertThat(check.code()).as(check.out() + check.err()).isZero();
            if (holds(terminal, document)) {
                kept++;
                assertThat(traces(data)).as("not begun: all of it is there").hasSameSizeAs(WORDS);
                assertThat(Held.in(data, program.embedder()).digest()).isEqualTo(before);
                assertThat(terminal.run("library", "remove", document).code()).isZero();
            } else gone++;
            assertGone(data, document);
            assertThat(Held.in(data, program.embedder()).digest()).isEqualTo(reference);
        }
        return String.format(
                Locale.ROOT,
                "library remove: %d kills hit a working process (work alone %d ms): %d removals were finished by the next run, %d not"
                        + " begun; %d came through in between; no word left after any",
                hit,
                work,
                gone,
                kept,
                finished);
    }

    private Path fill() throws IOException {
        Path papers = Files.createDirectory(temp.resolve("papers"));
        Files.writeString(papers.resolve("TM-77.md"), text());
        for (int i = 0; i < OTHERS; i++)
            Files.writeString(
                    papers.resolve("other-" + i + ".md"),
                    "# Valve " + i + "\n\nClose valve " + i + " and drain the line before you open the pump.\n");
        Path filled = temp.resolve("filled");
        var terminal = new Terminal(filled, program.embedder());
        assertThat(terminal.run("ingest", papers.toString(), "--quiet").code()).isZero();
        // A copy of its words that is kept aside has to go too.
        assertThat(terminal.run("ask", "What does the manual say of the valve?", "--quiet")
                        .code())
                .isIn(0, 4);
        assertThat(traces(filled)).as("the search finds what is there").hasSameSizeAs(WORDS);
        return filled;
    }

    private String document(Path data) {
        for (JsonNode held : new Terminal(data, program.embedder())
                .run("library", "--json")
                .json()
                .path("documents"))
            if (held.path("document").asText().contains("TM-77"))
                return held.path("document").asText();
        throw new AssertionError("TM-77 is not held");
    }

    /** Milliseconds from the moment at which the work begins to the end. */
    private long undisturbed(Path data, String document) throws IOException, InterruptedException {
        Child child = begin(data, document);
        long began = System.nanoTime();
        assertThat(child.await()).as(child.said()).isZero();
        return Math.max(1, (System.nanoTime() - began) / 1_000_000);
    }

    /** Starts it and waits until it has taken its lock, so that no kill is spent on the start of a virtual machine. */
    private Child begin(Path data, String document) throws IOException, InterruptedException {
        Path lock = data.resolve("index/passages/write.lock");
        Files.deleteIfExists(lock);
        Child child = Child.start(program.main(), data, List.of("library", "remove", document));
        child.awaitAny(List.of(lock));
        return child;
    }

    private static boolean holds(Terminal terminal, String document) {
        for (JsonNode held : terminal.run("library", "--json").json().path("documents"))
            if (held.path("document").asText().equals(document)) return true;
        return false;
    }

    private void assertGone(Path data, String document) throws IOException {
        var terminal = new Terminal(data, program.embedder());
        assertThat(terminal.run("check", "--quiet").code()).isZero();
        assertThat(holds(terminal, document)).isFalse();
        assertThat(traces(data)).as("words left in " + data).isEmpty();
        String found = terminal.run("search", "close the valve before you open the pump")
                .out();
        assertThat(WORDS).noneMatch(found::contains);
        assertThat(terminal.run("library", "--json").json().path("documents")).hasSize(OTHERS);
    }

    /** The words that some byte of some file under the folder still gives back. */
    private static List<String> traces(Path data) throws IOException {
        var places = new ArrayList<String>();
        try (Stream<Path> walk = Files.walk(data)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                places.add(latin(bytes));
                if (file.toString().endsWith(".gz"))
                    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        places.add(latin(gzip.readAllBytes()));
                    }
            }
        }
        return WORDS.stream()
                .filter(word -> places.stream()
                        .anyMatch(place -> Stream.of(UTF_8, UTF_16BE, UTF_16LE)
                                .anyMatch(code -> place.contains(coded(word, code)))))
                .toList();
    }

    private static String coded(String word, Charset code) {
        return latin(word.getBytes(code));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = temp.resolve(name);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    private static String text() {
        return """
                # The %s of the valve

                > **Warning:** the %s bites.

                1. Close the %s.
                2. Open the %s.

                | Part | Torque |
                | --- | --- |
                | %s | 12 N·m |

                A %s is no valve. See also the %s.
                """.formatted(WORDS.toArray());
    }
}
