package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder copied while it is used, put back elsewhere, compared. */
final class BackupTest {
    private static final String QUESTION = "What is the pressure of the zorvinax accumulator?";
    private static final String COMPLAINT = "Zorvinax accumulator leaks";

    @TempDir
    private Path temp = Path.of("unused");

    private Terminal terminal = new Terminal(temp, new HashingEmbedder());
    private Terminal elsewhere = terminal;
    private Path backup = temp;

    @BeforeEach
    void fill() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        elsewhere = new Terminal(temp.resolve("elsewhere"), new HashingEmbedder());
        backup = temp.resolve("flightline.backup");
        ok(terminal, "ingest", manual("zorvinax", "3000 psi").toString());
        Path records = Files.writeString(
                temp.resolve("records.csv"),
                "id,date,registration,complaint,action\nR1,2026-01-02,QQ-KAC,Zorvinax accumulator leaks,Replaced zorvinax seal\n");
        Path mapping = Files.writeString(temp.resolve("mapping.yaml"), """
                name: own
                fields:
                  id: id
                  date: date
                  aircraft: registration
                  complaint: complaint
                  action: action
                """);
        ok(terminal, "import-records", records.toString(), "--mapping", mapping.toString());
        ok(terminal, "ask", QUESTION, "--session", "d1");
    }

    private Path manual(String name, String value) throws IOException {
        return Files.writeString(temp.resolve(name + "-manual.md"), """
                # %1$s accumulator

                ## Charging

                WARNING: Release the pressure before you open the %1$s accumulator.

                The pressure of the %1$s accumulator is %2$s with nitrogen at 20 °C.
                """.formatted(name, value));
    }

    private static Said ok(Terminal where, String... arguments) {
        Said said = where.run(arguments);
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    @Test
    void restoredElsewhere_answersTheSame_andIsInOrder() {
        Said made = ok(terminal, "backup", backup.toString(), "--json");
        assertThat(made.json().path("outcome").asText()).isEqualTo("done");

        ok(elsewhere, "restore", backup.toString());

        assertThat(ok(elsewhere, "ask", QUESTION, "--json").lasting())
                .isEqualTo(ok(terminal, "ask", QUESTION, "--json").lasting());
        assertThat(ok(elsewhere, "diagnose", COMPLAINT, "--json").lasting())
                .isEqualTo(ok(terminal, "diagnose", COMPLAINT, "--json").lasting());
        assertThat(ok(elsewhere, "library", "--json").json())
                .isEqualTo(ok(terminal, "library", "--json").json());
        ok(elsewhere, "ask", "And at what temperature?", "--session", "d1");
        ok(elsewhere, "check");
        ok(elsewhere, "audit", "verify");
        assertThat(ok(elsewhere, "audit", "show", "--kind", "restore").out()).contains("data folder");
        ok(elsewhere, "ingest", temp.resolve("zorvinax-manual.md").toString());
    }

    @Test
    void backupWhileOthersAskBringInAndRemove_isInOrder() throws Exception {
        var going = new AtomicBoolean(true);
        var results = new ArrayList<Integer>();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> bringing = others.submit(() -> {
                var own = new Terminal(terminal.data(), new HashingEmbedder());
                for (int i = 0; going.get(); i++) {
                    own.run("ingest", manual("thing" + i, i + " psi").toString());
                    if (i % 3 == 2)
                        ok(own, "library", "remove", temp.getFileName() + "/thing" + (i - 1) + "-manual.md");
                }
                return null;
            });
            Future<?> asking = others.submit(() -> {
                var own = new Terminal(terminal.data(), new HashingEmbedder());
                while (going.get()) own.run("ask", QUESTION);
            });
            for (int i = 0; i < 3; i++) {
                Said made = terminal.run("backup", backup.toString(), "--force");
                results.add(made.code());
                if (made.code() != 0) continue;
                var other = new Terminal(temp.resolve("restored" + i), new HashingEmbedder());
                ok(other, "restore", backup.toString());
                ok(other, "check");
                ok(other, "ask", QUESTION);
            }
            going.set(false);
            bringing.get();
            asking.get();
        }
        assertThat(results).contains(0);
        ok(terminal, "check");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 0.7, 0.999})
    void damagedBackup_changesNothing(double where) throws IOException {
        ok(terminal, "backup", backup.toString());
        byte[] bytes = Files.readAllBytes(backup);
        for (int i = 0; i < 40; i++) bytes[(int) (bytes.length * where) - i] ^= 0x55;
        Files.write(backup, bytes);

        Said said = elsewhere.run("restore", backup.toString());

        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(6);
        assertThat(said.err()).contains("not restored");
        assertThat(elsewhere.data()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "/tmp/outside.txt", "archive/../../outside.txt"})
    void nameThatLeadsOut_isRefused(String name) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("backup.json"));
            zip.write(("{\"format\":1,\"made\":\"\",\"files\":{\"" + name + "\":\"00\"}}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Said said = elsewhere.run("restore", backup.toString());

        assertThat(said.code()).isEqualTo(6);
        assertThat(said.err()).contains("leads out of the data folder");
        assertThat(temp.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void fileThatIsNoBackup_orIsNewer_isRefused() throws IOException {
        Files.writeString(backup, "nothing of the kind");
        assertThat(elsewhere.run("restore", backup.toString()).err()).contains("is no backup");
        Said missing = elsewhere.run("restore", temp.resolve("none").toString());
        assertThat(missing.err()).contains("there is no file");
        assertThat(missing.code()).isEqualTo(5);
        try (var zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            zip.putNextEntry(new ZipEntry("backup.json"));
            zip.write("{\"format\":99,\"files\":{}}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(elsewhere.run("restore", backup.toString()).err()).contains("format 99", "use the newer Flightline");
    }

    @Test
    void folderThatHoldsSomething_isReplacedOnlyWhenSaidSo_andKept() throws IOException {
        ok(terminal, "backup", backup.toString());
        ok(elsewhere, "ingest", manual("other", "12 psi").toString());

        assertThat(elsewhere.run("restore", backup.toString()).code()).isEqualTo(2);
        Said done = ok(elsewhere, "restore", backup.toString(), "--replace", "--json");

        var before = new Terminal(Path.of(done.json().path("before").asText()), new HashingEmbedder());
        assertThat(ok(before, "library").out()).contains("other-manual.md");
        assertThat(ok(elsewhere, "library").out())
                .contains("zorvinax-manual.md")
                .doesNotContain("other-manual.md");
    }

    @Test
    void encryptedFolder_staysEncryptedInTheBackup_andNeedsItsKey() throws IOException {
        Path key = temp.resolve("admin.key");
        ok(terminal, "key", "begin", "--key-file", key.toString());
        Path config = Files.writeString(temp.resolve("flightline.yaml"), "encryption:\n  key-file: " + key + "\n");
        ok(terminal, "backup", backup.toString(), "--config", config.toString());

        Said without = elsewhere.run("restore", backup.toString());
        assertThat(without.code()).isNotZero();
        assertThat(elsewhere.data()).doesNotExist();

        ok(elsewhere, "restore", backup.toString(), "--config", config.toString());
        assertThat(ok(elsewhere, "ask", QUESTION, "--config", config.toString()).out())
                .contains("3000 psi");
        try (Stream<Path> files = Files.walk(elsewhere.data())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(f -> !f.toString().contains("audit"))
                            .filter(f -> text(f).contains("zorvinax")))
                    .isEmpty();
        }
    }

    private static String only(Terminal where) {
        return ok(where, "library", "--json")
                .json()
                .path("documents")
                .get(0)
                .path("document")
                .asText();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whoIsNoAdministrator_mayNeitherCopyNorReplace() throws IOException {
        ok(terminal, "backup", backup.toString());
        Path who = Files.writeString(temp.resolve("who.json"), "{\"name\": \"line\", \"roles\": [\"engineer\"]}");

        assertThat(terminal.run("backup", temp.resolve("b2").toString(), "--as", who.toString())
                        .code())
                .isEqualTo(3);
        assertThat(terminal.run("restore", backup.toString(), "--replace", "--as", who.toString())
                        .code())
                .isEqualTo(3);
        assertThat(elsewhere
                        .run("restore", backup.toString(), "--as", who.toString())
                        .code())
                .isEqualTo(3);
        assertThat(elsewhere.data()).doesNotExist();
    }

    @Test
    void placeInTheDataFolder_isRefused() {
        Said said = terminal.run("backup", terminal.data().resolve("b").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("must not lie in the data folder");
    }

    @Test
    void folderThatIsNotThere_isNotBackedUp_andTakesNoPlaceOfAGoodCopy() throws IOException {
        ok(terminal, "backup", backup.toString());
        byte[] good = Files.readAllBytes(backup);
        for (String[] flags : new String[][] {{}, {"--force"}}) {
            var words = new ArrayList<>(List.of("backup", backup.toString()));
            words.addAll(List.of(flags));
            Said said = elsewhere.run(words.toArray(String[]::new));
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains(elsewhere.data().toString(), "does not exist");
        }
        assertThat(elsewhere.data()).doesNotExist();

        Said again = terminal.run("backup", backup.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains(backup.toString(), "--force");
        assertThat(backup).hasBinaryContent(good);
        ok(terminal, "backup", backup.toString(), "--force");
    }

    @Test
    void verbsThatListOrShow_makeNoFolder_andCheckTellsThatItMadeOne() throws IOException {
        Files.createDirectory(temp.resolve("empty"));
        var empty = new Terminal(temp.resolve("empty"), new HashingEmbedder());
        for (String verb : List.of("library", "library directives", "runs", "show c1", "fleet trend"))
            for (Terminal nothing : List.of(elsewhere, empty)) {
                Said said = nothing.run(verb.split(" "));
                assertThat(said.code()).as(verb).isEqualTo(2);
                assertThat(said.err()).as(verb).contains("the data folder " + nothing.data());
            }
        assertThat(elsewhere.data()).doesNotExist();
        assertThat(empty.data()).isEmptyDirectory();
        assertThat(ok(elsewhere, "check").out()).contains("new data folder", "was made just now and holds nothing");
        assertThat(ok(elsewhere, "check").out()).doesNotContain("made just now");
    }

    @Test
    void whatWasRemoved_isNotInTheBackup() {
        ok(terminal, "library", "remove", only(terminal));
        ok(terminal, "backup", backup.toString());
        ok(elsewhere, "restore", backup.toString());

        assertThat(ok(elsewhere, "library").out()).doesNotContain("zorvinax-manual.md");
    }
}
