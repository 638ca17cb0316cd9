package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One verb, begun again and again in a process of its own and killed at a random moment of its work; after each kill the
 * folder is checked, and the next process goes on in it. When one reaches its end, the outcome must be that of an
 * undisturbed run, and the next begins with an empty folder.
 */
final class KilledRuns {
    private final Path temp;
    private final List<String> verb;
    private final Program program;
    private final Random random;
    private final Consumer<Held> nothingHalf;

    /**
     * What is started.
     *
     * @param main the class with the main method
     * @param embedder of the same name and length as the one that it uses
     */
    record Program(Class<?> main, Embedder embedder) {}

    KilledRuns(Path temp, List<String> verb, Program program, long seed, Consumer<Held> nothingHalf) {
        this.temp = temp;
        this.verb = verb;
        this.program = program;
        this.random = new Random(seed);
        this.nothingHalf = nothingHalf;
    }

    /** Runs until so many kills have hit a working process; returns the figures in words. */
    String kill(int kills) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Path whole = temp.resolve("undisturbed");
        long work = undisturbed(whole);
        Held reference = Held.in(whole, program.embedder());
        Path data = temp.resolve("data");
        int hit = 0;
        int ended = 0;
        int withEntries = 0;
        while (hit < kills) {
            Child child = begin(data);
            if (child.endsWithin(random.nextLong(work + 1))) {
                assertSame(reference, data, child);
                ended++;
                remove(data);
                continue;
            }
            child.kill();
            hit++;
            Held held = check(data);
            if (!held.documents().isEmpty() || !held.records().isEmpty()) withEntries++;
            nothingHalf.accept(held);
        }
        Child last = begin(data);
        assertSame(reference, data, last);
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s: %d kills hit a working process (work alone %d ms), %d of them with something committed; %d runs in between"
                        + " and one at the end came through to the same index; %.0f s",
                verb.getFirst(),
                hit,
                work,
                withEntries,
                ended,
                seconds);
    }

    /** Milliseconds from the moment at which the work begins to the end. */
    private long undisturbed(Path data) throws IOException, InterruptedException {
        Child child = begin(data);
        long began = System.nanoTime();
        assertThat(child.await()).as(child.said()).isZero();
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Starts it and waits until it has taken its lock, so that no kill is spent on the start of a virtual machine. */
    private Child begin(Path data) throws IOException, InterruptedException {
        List<Path> locks = Stream.of("passages", "records")
                .map(index -> data.resolve("index").resolve(index).resolve("write.lock"))
                .toList();
        for (Path lock : locks) Files.deleteIfExists(lock);
        Child child = Child.start(program.main(), data, verb);
        child.awaitAny(locks);
        return child;
    }

    private Held check(Path data) {
        Said check = new Terminal(data, program.embedder()).run("check", "--json", "--quiet");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        return Held.in(data, program.embedder());
    }

    private void assertSame(Held reference, Path data, Child child) throws InterruptedException {
        assertThat(child.await()).as(child.said()).isZero();
        Held held = check(data);
        assertThat(held.digest()).isEqualTo(reference.digest());
        assertThat(held.records()).isEqualTo(reference.records());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
