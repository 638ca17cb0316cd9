package flightline.app.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts everything that the product needs on one medium: one archive, its checksums, its parts list and its signature. */
public final class Bundle {
    private static final List<String> PAPERS =
            List.of("LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "eval/RESULTS.md");
    private static final List<String> FOLDERS = List.of("docs", "eval/results");
    /** Of the sample library, what is its making. */
    private static final Set<String> NOT_SHIPPED = Set.of("src", "target", "pom.xml");

    private final Path root;
    private final Path jars;
    private final Path partsList;

    /** @param root of the source tree, built, with the list of its libraries in {@code app/target/bom.json} */
    public Bundle(Path root) {
        this.root = root;
        this.jars = root.resolve("app/target/lib");
        this.partsList = root.resolve("app/target/bom.json");
    }

    /**
     * What was made.
     *
     * @param signature absent where no key was given
     */
    public record Made(Path archive, long bytes, int files, Optional<Path> signature) {}

    /**
     * @param name of the archive and of the folder in it, without ending
     * @param runtime whether the Java runtime goes with it
     * @throws IOException naming what is missing or cannot be written
     */
    public Made make(Path into, String name, Optional<ReleaseKey> key, boolean runtime) throws IOException {
        Files.createDirectories(into);
        Path work = Files.createTempDirectory(into, "bundle");
        try {
            Path stage = Files.createDirectory(work.resolve(name));
            lay(stage, runtime);
            Checksums.write(stage);
            if (key.isPresent()) key.get().sign(stage.resolve(Checksums.FILE), stage.resolve(Checksums.SIGNATURE));
            Path packed = work.resolve(name + ".tar.gz");
            int files = Tarball.pack(stage, packed);
            Path archive = moved(packed, into);
            Optional<Path> signature = Optional.empty();
            if (key.isPresent()) {
                Path sig = work.resolve(name + ".tar.gz.sig");
                key.get().sign(archive, sig);
                signature = Optional.of(moved(sig, into));
            }
            return new Made(archive, Files.size(archive), files, signature);
        } finally {
            remove(work);
        }
    }

    private void lay(Path stage, boolean runtime) throws IOException {
        copy(root.resolve("flightline"), stage.resolve("flightline"));
        for (String paper : PAPERS) copy(root.resolve(paper), stage.resolve(paper));
        for (String folder : FOLDERS) copyAll(root.resolve(folder), stage.resolve(folder));
        library(stage.resolve("library"));
        PartsList parts = PartsList.read(partsList);
        Path lib = Files.createDirectory(stage.resolve("lib"));
        try (Stream<Path> all = Files.list(jars)) {
            for (Path jar :
                    all.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                copy(jar, lib.resolve(jar.getFileName()));
                parts.add(jar);
            }
        }
        if (runtime) {
            JavaImage.make(stage.resolve("runtime"));
            parts.addRuntime(Runtime.version().toString(), System.getProperty("java.vendor", "unknown"));
        }
        parts.write(stage.resolve(PartsList.FILE));
    }

    private void library(Path into) throws IOException {
        Path from = root.resolve("library");
        try (Stream<Path> parts = Files.list(from)) {
            for (Path part : parts.sorted().toList()) {
                String name = String.valueOf(part.getFileName());
                if (!NOT_SHIPPED.contains(name)) copyAll(part, into.resolve(name));
            }
        }
    }

    private static void copyAll(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .toList())
                copy(
                        file,
                        from.equals(file)
                                ? into
                                : into.resolve(from.relativize(file).toString()));
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        if (!Files.isRegularFile(from)) throw new IOException(from + " is missing, so no bundle can be made");
        Path folder = into.getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.copy(from, into, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Path moved(Path file, Path into) throws IOException {
        return Files.move(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
