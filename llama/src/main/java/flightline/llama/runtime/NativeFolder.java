package flightline.llama.runtime;

import flightline.vault.UnpackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The library that the build packed, as files of a folder, taken from the jar once. The folder appears whole or not at
 * all, so a process that is killed while it unpacks leaves nothing that another would trust; what was damaged since is unpacked
 * anew.
 */
final class NativeFolder {
    private static final String RESOURCES = "/flightline/llama/natives/";
    private static final String UNPACKING = "llama-unpacking-";

    private NativeFolder() {}

    /** Empty where this build has no library for this system. */
    static Optional<Path> in(Path cache) throws IOException {
        String packed = RESOURCES + platform() + "/";
        try (InputStream names = NativeFolder.class.getResourceAsStream(packed + "names.txt")) {
            if (names == null) return Optional.empty();
            List<String> files = new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Path folder = cache.resolve("llama.cpp-" + LlamaLibrary.VERSION + "-" + platform());
            if (!new UnpackedFiles(folder).fit()) unpackOnce(cache, folder, packed, files);
            return Optional.of(folder);
        }
    }

    /** The file of libllama itself; its name tells the version in some builds. Empty if the folder has none. */
    static Optional<Path> library(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return (name.startsWith("libllama.") || name.startsWith("llama."))
                                && (name.contains(".so") || name.endsWith(".dylib") || name.endsWith(".dll"));
                    })
                    .sorted()
                    .findFirst();
        }
    }

    /** One process unpacks, the others wait for it; what one that was killed left behind is removed first. */
    private static synchronized void unpackOnce(Path cache, Path folder, String packed, List<String> files)
            throws IOException {
        Files.createDirectories(cache);
        try (var channel = FileChannel.open(
                        cache.resolve("llama-unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock();
                var left = Files.newDirectoryStream(cache, UNPACKING + "*.d")) {
            if (!lock.isValid() || new UnpackedFiles(folder).fit()) return;
            for (Path half : left) remove(half);
            // Aside first: another process may have it open.
            if (Files.isDirectory(folder)) {
                Path damaged = cache.resolve(UNPACKING + "damaged.d");
                Files.move(folder, damaged);
                remove(damaged);
            }
            Path fresh = Files.createDirectory(cache.resolve(UNPACKING + "now.d"));
            for (String file : files) {
                try (InputStream in = NativeFolder.class.getResourceAsStream(packed + file)) {
                    if (in == null) throw new IOException("the jar lacks " + packed + file + "; build it again");
                    Files.copy(in, fresh.resolve(file));
                }
            }
            new UnpackedFiles(fresh).note(files);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    /** As the packages of the prebuilt library are called, for example {@code linux-x64}. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "win" : os.contains("mac") ? "mac" : "linux";
        return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "x64");
    }
}
