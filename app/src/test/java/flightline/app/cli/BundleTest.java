package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of a small source tree: what is in it, how it is checked, and that it is the same each time. */
final class BundleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair PAIR = pair();

    @TempDir
    private Path temp;

    private Path root = Path.of("unused");
    private Path out = Path.of("unused");
    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void tree() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        out = temp.resolve("out");
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).installedIn(root);
        Files.copy(Path.of("../flightline"), file("flightline"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        for (String paper : List.of(
                "LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "eval/RESULTS.md", "docs/a.md", "eval/results/b.md"))
            Files.writeString(file(paper), "this is " + paper + "\n");
        Files.writeString(file("library/manuals/m.md"), "# Manual\n");
        Files.writeString(file("library/src/main/Maker.java"), "class Maker {}\n");
        jar("app/target/lib/app-9.9.jar", "flightline/App.class");
        jar("app/target/lib/llama-9.9.jar", "flightline/llama/natives/linux-x64/libllama.so");
        jar("app/target/lib/other-1.0.jar", "other/Other.class");
        Files.writeString(file("app/target/lib/flightline.aot"), "a cache of this machine");
        Files.writeString(
                file("app/target/bom.json"), """
                {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[
                  {"type":"library","group":"flightline","name":"llama","version":"9.9","hashes":[{"alg":"SHA-256","content":"00"}]},
                  {"type":"library","group":"org.other","name":"other","version":"1.0","hashes":[{"alg":"SHA-256","content":"%s"}]}]}
                """.formatted(sha256(root.resolve("app/target/lib/other-1.0.jar"))));
    }

    @Test
    void bundle_holdsWhatIsNeeded_andNothingOfTheMaking() throws Exception {
        Path release = unpacked(bundle());
        assertThat(names(release))
                .contains("flightline", "LICENSE", "NOTICE", "docs/a.md", "eval/results/b.md", "library/manuals/m.md")
                .contains("lib/app-9.9.jar", "lib/llama-9.9.jar", "sbom.cdx.json", "SHA256SUMS", "SHA256SUMS.sig")
                .doesNotContain("lib/flightline.aot", "library/src/main/Maker.java", "pom.xml");
        assertThat(release.resolve("flightline")).isExecutable();
        assertThat(command(release, "sh", "./flightline", "bundle", "x")).contains("source tree");
    }

    @Test
    void partsList_namesEachJarByItsHash_andTheNativesWithin() throws Exception {
        Path release = unpacked(bundle());
        JsonNode list = JSON.readTree(release.resolve("sbom.cdx.json").toFile());
        var sums = new TreeSet<>(list.findValuesAsText("content"));
        for (String jar : List.of("app-9.9.jar", "llama-9.9.jar", "other-1.0.jar"))
            assertThat(sums).contains(sha256(release.resolve("lib").resolve(jar)));
        assertThat(list.findValuesAsText("name"))
                .contains("llama.cpp", "linux-x64/libllama.so")
                .doesNotHaveDuplicates();
    }

    @Test
    void sameTree_givesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(bundle());
        assertThat(bundle()).hasBinaryContent(first);
    }

    @Test
    void check_inAnInstalledRelease_namesWhatWasChangedTakenOutOrSlippedIn() throws Exception {
        Path release = unpacked(bundle());
        Terminal installed = new Terminal(temp.resolve("data"), new HashingEmbedder()).installedIn(release);
        Said sound = installed.run("check", "--quiet");
        assertThat(sound.code()).as(sound.out()).isZero();
        assertThat(sound.out()).contains("files of the release");
        Files.writeString(release.resolve("lib/app-9.9.jar"), "x", java.nio.file.StandardOpenOption.APPEND);
        Files.delete(release.resolve("docs/a.md"));
        Files.writeString(release.resolve("lib/aaa.jar"), "another program");
        Files.writeString(release.resolve("lib/flightline.aot"), "made by the launcher");
        Said unsound = installed.run("check", "--quiet");
        assertThat(unsound.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(unsound.out())
                .contains(
                        "lib/app-9.9.jar was changed",
                        "docs/a.md is missing",
                        "lib/aaa.jar is none of the released files")
                .doesNotContain("flightline.aot");
        Files.delete(release.resolve("SHA256SUMS"));
        Said without = installed.run("check", "--quiet");
        assertThat(without.code()).isEqualTo(Exit.NOT_VERIFIED);
        assertThat(without.out()).contains("files of the release").contains("SHA256SUMS");
    }

    @Test
    void placeThatIsAFile_isNamedWithTheReason() throws IOException {
        Files.writeString(out, "a file");
        Said said = terminal.run("bundle", out.toString(), "--no-runtime");
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("no bundle was made: " + out + " is there already");
    }

    @Test
    void signature_isVerifiedByOpenssl() throws Exception {
        assumeThat(isHere("openssl", "pkeyutl", "-help"))
                .as("openssl is here; skipped without")
                .isTrue();
        Path archive = bundle();
        Path release = unpacked(archive);
        Path key = pem("officer.pub", "PUBLIC KEY", PAIR.getPublic().getEncoded());
        Path sums = release.resolve("SHA256SUMS");
        assertThat(verified(key, archive, Path.of(archive + ".sig"))).contains("Verified Successfully");
        assertThat(verified(key, sums, release.resolve("SHA256SUMS.sig"))).contains("Verified Successfully");
        assertThat(command(release, "sha256sum", "--check", "--quiet", "SHA256SUMS"))
                .isEmpty();
        Files.writeString(sums, Files.readString(sums).replaceFirst("^.", "g"));
        assertThat(verified(key, sums, release.resolve("SHA256SUMS.sig"))).contains("Failure");
    }

    @Test
    void badKey_isNamed_andNothingIsMade() throws IOException {
        Path none = Files.writeString(temp.resolve("no.key"), "no key\n");
        Said said = terminal.run("bundle", out.toString(), "--no-runtime", "--key", none.toString());
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("no.key holds no Ed25519 private key", "openssl genpkey");
        assertThat(out).doesNotExist();
    }

    @Test
    void missingPart_isNamed_andNothingIsLeftBehind() throws IOException {
        Files.delete(root.resolve("NOTICE"));
        Said said = terminal.run("bundle", out.toString(), "--no-runtime");
        assertThat(said.err()).contains("NOTICE is missing, so no bundle can be made");
        assertThat(out).isEmptyDirectory();
        Files.delete(root.resolve("app/target/bom.json"));
        assertThat(terminal.run("bundle", out.toString()).err()).contains("./flightline bundle DIR");
    }

    private Path bundle() throws IOException {
        Path key = pem("release.key", "PRIVATE KEY", PAIR.getPrivate().getEncoded());
        Said said = terminal.run("bundle", out.toString(), "--no-runtime", "--key", key.toString(), "--json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().path("signature").asText()).endsWith(".tar.gz.sig");
        return Path.of(said.json().path("archive").asText());
    }

    private Path unpacked(Path archive) throws Exception {
        Path into = Files.createTempDirectory(temp, "unpacked");
        assertThat(command(into, "tar", "xzf", archive.toString())).isEmpty();
        try (var one = Files.list(into)) {
            return one.findFirst().orElseThrow();
        }
    }

    private String verified(Path key, Path file, Path signature) throws Exception {
        return command(
                temp,
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                key.toString(),
                "-rawin",
                "-in",
                file.toString(),
                "-sigfile",
                signature.toString());
    }

    private static String command(Path folder, String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static boolean isHere(String... words) throws InterruptedException {
        try {
            command(Path.of("."), words);
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> names.add(folder.relativize(f).toString()));
        }
        return names;
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void jar(String name, String entry) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file(name)))) {
            var one = new JarEntry(entry);
            one.setTime(0);
            jar.putNextEntry(one);
            jar.write(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path pem(String name, String what, byte[] encoded) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(
                temp.resolve(name), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    private static String sha256(Path file) throws IOException {
        return flightline.corpus.ContentHash.of(Files.readAllBytes(file)).hex();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
