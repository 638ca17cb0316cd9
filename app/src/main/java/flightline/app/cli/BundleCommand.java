package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.release.Bundle;
import flightline.app.release.ReleaseKey;
import flightline.app.view.BadRequest;
import flightline.app.view.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline bundle}: a release for machines that have no network. */
@Command(
        name = "bundle",
        description = {
            "Packs everything that is needed into one archive, to be installed without a network.",
            "Program, Java runtime, sample library, papers, parts list (CycloneDX), checksums, and with --key a signature. Needs the source tree."
        })
final class BundleCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "DIR", description = "Where the archive is put.")
    private Path into = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Ed25519 private key (PEM, as openssl genpkey writes it); without one, nothing is signed.")
    private @Nullable Path key;

    @Option(names = "--no-runtime", description = "Leaves the Java runtime out: the other machine has its own JDK 25.")
    private boolean noRuntime;

    BundleCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(outside.root());
        if (!Files.isRegularFile(root.resolve("app/target/bom.json")))
            throw new BadRequest(
                    "a bundle is made of the built source tree: start it as ./flightline bundle DIR there");
        Optional<ReleaseKey> signing = signing();
        Bundle.Made made;
        try {
            made = new Bundle(root).make(into, name(root), signing, !noRuntime);
        } catch (FileSystemException e) {
            throw new BadRequest("no bundle was made: " + Unreadable.named(e));
        } catch (IOException e) {
            throw new BadRequest("no bundle was made: " + e.getMessage());
        }
        tell(made);
        return Exit.DONE;
    }

    private Optional<ReleaseKey> signing() {
        if (key == null) return Optional.empty();
        try {
            return Optional.of(ReleaseKey.read(key));
        } catch (IOException e) {
            throw new BadRequest("--key: " + e.getMessage());
        }
    }

    /** What runs inside differs from system to system. */
    private static String name(Path root) throws IOException {
        String version;
        try (Stream<Path> jars = Files.list(root.resolve("app/target/lib"))) {
            version = jars.map(jar -> String.valueOf(jar.getFileName()))
                    .filter(jar -> jar.matches("app-.*\\.jar"))
                    .map(jar -> jar.replaceFirst("^app-(.*)\\.jar$", "$1"))
                    .findFirst()
                    .orElse("unversioned");
        }
        String system =
                System.getProperty("os.name", "any").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        String machine =
                System.getProperty("os.arch", "any").replace("amd64", "x64").replace("aarch64", "arm64");
        return "flightline-" + version + "-" + system + "-" + machine;
    }

    private void tell(Bundle.Made made) {
        if (common.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("archive", made.archive().toString())
                    .put("bytes", made.bytes())
                    .put("files", made.files());
            node.put("signature", made.signature().map(Path::toString).orElse(null));
            outside.out().println(node.toPrettyString());
            return;
        }
        outside.out()
                .println(made.archive() + ": " + made.files() + " files, " + ((made.bytes() + (1 << 19)) >> 20)
                        + " MiB");
        outside.out()
                .println(made.signature().map(file -> "Signature: " + file).orElse("Not signed: no --key was given"));
    }
}
