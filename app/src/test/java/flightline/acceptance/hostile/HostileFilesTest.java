package flightline.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.cli.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of files made to harm, and a sound one, taken in by the program in a process of its own under the shipped heap:
 * it comes to its end, accounts for every file, writes into its data folder alone, and gives nothing of a file away that it
 * was not handed.
 */
final class HostileFilesTest {
    private static final String SECRET = "zanzibar-oyster-combination";
    private static final int FEWEST = 60;

    /** What no reader may take in, whatever else it makes of it. */
    private static final List<String> REFUSED = List.of(
            "mail-long-head.eml",
            "pdf-cut-off.pdf",
            "pdf-pages-in-a-circle.pdf",
            "pdf-a-thousand-million-pages.pdf",
            "pdf-content-bomb.pdf",
            "pdf-nested-arrays.pdf",
            "pdf-nested-dictionaries.pdf",
            "pdf-form-of-itself.pdf",
            "pdf-content-in-another-file.pdf",
            "pdf-no-numbers.pdf",
            "pdf-no-catalogue.pdf",
            "pdf-picture-of-the-world.pdf",
            "pdf-only-a-head.pdf",
            "xml-entity-bomb.xml",
            "xml-long-entity-many-times.xml",
            "xml-entity-of-itself.xml",
            "xml-external-entity.xml",
            "xml-deep.xml",
            "xml-deep-and-closed.xml",
            "xml-many-attributes.xml",
            "xml-unclosed.xml",
            "xml-text-behind-the-end.xml",
            "xml-no-character.xml",
            "xml-unknown-encoding.xml",
            "xml-false-encoding.xml",
            "sgml-external-entity.sgm",
            "sgml-deep.sgm",
            "sgml-open-section.sgm",
            "sgml-entity-bomb.sgm",
            "zip-many-members.zip",
            "zip-cut-off.zip",
            "zip-false-sizes.zip",
            "zip-not-one.zip",
            "docx-entity-bomb.docx",
            "docx-external-entity.docx",
            "docx-deep-tables.docx",
            "docx-bomb.docx");

    /** What is sound in form and must wait for a second person. */
    private static final List<String> WAITING =
            List.of("pdf-attachment.pdf", "pdf-launch.pdf", "pdf-script.pdf", "text-directions.txt");

    @TempDir
    private Path sandbox;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void hostileFiles_areSurvived_andTheSoundOneIsTaken() throws Exception {
        Path in = Files.createDirectories(sandbox.resolve("work/deep/in"));
        Path secret = Files.writeString(
                Files.createDirectory(sandbox.resolve("aside")).resolve("secret.txt"), "The word is " + SECRET + ".\n");
        for (String folder : List.of("home", "tmp")) Files.createDirectory(sandbox.resolve(folder));
        List<HostileFile> files = all(secret);
        for (HostileFile file : files) Files.write(in.resolve(file.name()), file.content());
        Files.writeString(in.resolve("sound.md"), "# Brake wear\n\nReplace the brake when the pin is flush.\n");
        Map<String, Long> before = outside();

        JsonNode report = ingest(in);

        Map<String, String> fates = fates(report);
        assertThat(files).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(fates.keySet())
                .containsAll(files.stream().map(HostileFile::name).toList());
        assertThat(fates).containsEntry("sound.md", "taken");
        for (String name : REFUSED) assertThat(fates).containsEntry(name, "bad");
        for (String name : WAITING) assertThat(fates).containsEntry(name, "quarantined");
        assertThat(outside()).isEqualTo(before);
        assertThat(report.toString()).doesNotContain(SECRET);
        assertThat(givingAway()).isEmpty();
    }

    private List<HostileFile> all(Path secret) throws IOException {
        var all = new ArrayList<HostileFile>();
        all.addAll(HostileXml.files(secret));
        all.addAll(HostilePdf.files(secret));
        all.addAll(HostileText.files(secret));
        all.addAll(HostileArchives.files(secret, sandbox.resolve("aside/escaped.md")));
        return all;
    }

    private JsonNode ingest(Path in) throws IOException, InterruptedException {
        Path out = sandbox.resolve("data.out");
        Path err = sandbox.resolve("data.err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.home=" + sandbox.resolve("home"),
                        "-Djava.io.tmpdir=" + sandbox.resolve("tmp"),
                        "-cp",
                        absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                        Terminal.class.getName(),
                        "ingest",
                        in.toString(),
                        "--json",
                        "--quiet",
                        "--data",
                        sandbox.resolve("data").toString())
                .directory(sandbox.resolve("work").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(Files.readString(err)).isEqualTo(5);
        return new ObjectMapper().readTree(out.toFile());
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Map<String, String> fates(JsonNode report) {
        var fates = new TreeMap<String, String>();
        StreamSupport.stream(report.path("files").spliterator(), false)
                .forEach(f -> fates.put(
                        String.valueOf(Path.of(f.path("file").asText().replace("\u0000", ""))
                                .getFileName()),
                        f.path("outcome").asText()));
        return fates;
    }

    /** Every file in the sandbox beside the data folder and the report, with its size. */
    private Map<String, Long> outside() throws IOException {
        var found = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(sandbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = sandbox.relativize(file).toString();
                if (!name.startsWith("data")) found.put(name, Files.size(file));
            }
        }
        return found;
    }

    /** Files of the data folder that hold the secret word. */
    private List<String> givingAway() throws IOException {
        try (Stream<Path> files = Files.walk(sandbox.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(SECRET))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String content(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
