package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Main;
import flightline.app.cli.Terminal;
import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random moments: nothing is half there, and going on ends in the same index. Four kills; {@code -Dkills=50} for
 * the long run, {@code -Dkills.seed=N} for other moments, {@code -Dkills.shipped=true} for the program as it ships, with its
 * own embedder, which takes ten times as long.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("kills.seed", 20260701);
    private static final KilledRuns.Program PROGRAM = Boolean.getBoolean("kills.shipped")
            ? new KilledRuns.Program(Main.class, new BgeSmallEmbedder(Path.of("unused"), 1))
            : new KilledRuns.Program(Terminal.class, new HashingEmbedder());
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path temp;

    @Test
    void ingest_killedAtAnyMoment_leavesNothingHalf() throws Exception {
        // Of the data modules those on the landing gear, and those that are there in two revisions: all of them are
        // five
        // times as many and have nothing in them that could be half there in another way.
        var verb = new ArrayList<>(
                List.of("ingest", library("bulletins"), library("directives"), library("manuals/LT46-AMM_R11.pdf")));
        try (Stream<Path> modules = Files.list(Papers.LIBRARY.resolve("s1000d").toRealPath())) {
            modules.map(Path::toString)
                    .filter(one -> one.matches(".*DMC-LT46-A-(32-|26-21-01|29-11-01).*"))
                    .sorted()
                    .forEach(verb::add);
        }
        System.out.println(new KilledRuns(temp, verb, PROGRAM, SEED, KillTest::assertRevisionsWhole).kill(KILLS));
    }

    @Test
    void importRecords_killedAtAnyMoment_leavesNothingHalf() throws Exception {
        var verb = List.of("import-records", library("records/records.csv"), "--mapping", "sample");
        System.out.println(new KilledRuns(temp, verb, PROGRAM, SEED, held -> {}).kill(KILLS));
    }

    @Test
    void remove_killedAtAnyMoment_isDoneOrNotBegun() throws Exception {
        System.out.println(new KilledRemovals(temp, PROGRAM, SEED).kill(KILLS));
    }

    @Test
    void ingest_interrupted_keepsWhatIsDoneAndGoesOn() throws Exception {
        Path data = temp.resolve("data");
        var verb = List.of("ingest", library("s1000d"), library("manuals/LT46-AMM_R11.pdf"));
        Child child = Child.start(Terminal.class, data, verb);
        child.awaitAny(List.of(data.resolve("archive/originals")));
        child.interrupt();
        assertThat(child.await())
                .as("as a shell sees a program that ended by SIGINT")
                .isEqualTo(130);
        assertThat(child.said()).contains("stopped, run it again to go on");
        int kept = Held.in(data).documents().size();
        assertThat(kept).isPositive();
        var terminal = new Terminal(data, new HashingEmbedder());
        assertThat(terminal.run("check", "--quiet").code()).isZero();

        var again = terminal.run("ingest", library("s1000d"), library("manuals/LT46-AMM_R11.pdf"), "--json", "--quiet");
        assertThat(again.code()).isZero();
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(kept);
        assertThat(again.json().path("taken").asInt()).isPositive();
    }

    @Test
    void secondIngest_whileOneRuns_isToldSoAtOnce() throws Exception {
        Path data = temp.resolve("data");
        Child first = Child.start(Terminal.class, data, List.of("ingest", library("manuals")));
        first.awaitAny(List.of(data.resolve("archive/originals")));
        var terminal = new Terminal(data, new HashingEmbedder());
        for (var second : List.of(
                terminal.run("ingest", library("mel"), "--quiet"), terminal.run("library", "remove", "LT46-AMM"))) {
            assertThat(second.code()).as(second.err()).isEqualTo(2);
            assertThat(second.errorLines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(data.toString(), "being written by another process"));
        }
        assertThat(terminal.run("library", "--json").code())
                .as("reading goes on")
                .isZero();
        assertThat(first.await()).as(first.said()).isZero();
        assertThat(terminal.run("ingest", library("mel"), "--quiet").code()).isZero();
    }

    /** Each revision has exactly its passages; of the final ones of a document that are held, the latest alone is in force. */
    private static void assertRevisionsWhole(Held held) {
        assertThat(held.documents())
                .allSatisfy(d -> assertThat(held.passages().get(d.key()))
                        .extracting(Passage::ordinal)
                        .isEqualTo(IntStream.range(0, d.passages()).boxed().toList()));
        held.documents().stream()
                .filter(d -> d.header().status() == DocumentStatus.FINAL)
                .filter(d -> d.header()
                        .revision()
                        .issued()
                        .filter(day -> day.isAfter(TODAY))
                        .isEmpty())
                .collect(Collectors.groupingBy(d -> d.header().id()))
                .forEach((id, revisions) -> {
                    List<HeldDocument> inForce =
                            revisions.stream().filter(d -> d.inForceOn(TODAY)).toList();
                    String why = revisions.getLast().why();
                    assertThat(inForce).as(id + " in force").hasSize(why.isEmpty() ? 1 : 0);
                    if (why.isEmpty()) assertThat(inForce.getFirst()).isEqualTo(revisions.getLast());
                    else assertThat(held.documents()).as(why).anyMatch(other -> names(why, other));
                });
    }

    /** What ends a document is held itself: the one is in force or the other, never neither. */
    private static boolean names(String why, HeldDocument other) {
        return why.endsWith(" by " + other.header().id())
                || why.endsWith(" by " + other.header().revision().display());
    }

    private static String library(String part) throws IOException {
        return Papers.LIBRARY.resolve(part).toRealPath().toString();
    }
}
