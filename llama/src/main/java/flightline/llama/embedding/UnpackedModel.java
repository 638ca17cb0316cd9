package flightline.llama.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.vault.UnpackedFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The model, its vocabulary and the native libraries as files of a folder, taken from their jars once. The folder appears
 * whole or not at all, so a process that is killed while it unpacks leaves nothing that another would trust; what was damaged
 * since is unpacked anew.
 *
 * @param natives folder of the native libraries; empty of them on a platform for which the jar has none
 */
record UnpackedModel(Path weights, Path vocabulary, Path natives) {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    /** Changes with the versions of the two jars, so that files of an older one are not taken for these. */
    private static final String FOLDER = "bge-small-en-v1.5-q-1.20.0-beta30-onnxruntime-1.29.0";

    private static final String UNPACKING = "unpacking-";

    static UnpackedModel in(Path cache) throws IOException {
        Path folder = cache.resolve(FOLDER + "-" + platform());
        if (!new UnpackedFiles(folder).fit()) unpackOnce(cache, folder);
        return new UnpackedModel(folder.resolve("model.onnx"), folder.resolve("vocabulary.txt"), folder);
    }

    /** Pieces by their place in the vocabulary. */
    Map<String, Integer> readVocabulary() throws IOException {
        var pieces = Files.readAllLines(vocabulary);
        var ids = HashMap.<String, Integer>newHashMap(pieces.size());
        for (int id = 0; id < pieces.size(); id++) ids.put(pieces.get(id), id);
        return ids;
    }

    /** One process unpacks, the others wait for it; what one that was killed left behind is removed first. */
    private static synchronized void unpackOnce(Path cache, Path folder) throws IOException {
        Files.createDirectories(cache);
        try (var channel = FileChannel.open(
                        cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock();
                var left = Files.newDirectoryStream(cache, UNPACKING + "*")) {
            if (!lock.isValid() || new UnpackedFiles(folder).fit()) return;
            for (Path half : left) remove(half);
            // Aside first: another process may have it open.
            if (Files.isDirectory(folder)) {
                Path damaged = cache.resolve(UNPACKING + "damaged");
                Files.move(folder, damaged);
                remove(damaged);
            }
            unpack(cache, folder);
        }
    }

    private static void unpack(Path cache, Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(cache, UNPACKING);
        try {
            try (var in = resource(MODEL)) {
                Files.copy(in, fresh.resolve("model.onnx"));
            }
            Files.write(fresh.resolve("vocabulary.txt"), pieces());
            for (String library : LIBRARIES) {
                String file = System.mapLibraryName(library);
                try (var in =
                        UnpackedModel.class.getResourceAsStream("/ai/onnxruntime/native/" + platform() + "/" + file)) {
                    if (in != null) Files.copy(in, fresh.resolve(file));
                }
            }
            new UnpackedFiles(fresh).note(names(fresh));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(fresh);
            throw e;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> pieces() throws IOException {
        try (var in = resource(TOKENIZER)) {
            var entries = new ObjectMapper().readTree(in).at("/model/vocab").properties();
            var pieces = new String[entries.size()];
            entries.forEach(entry -> pieces[entry.getValue().intValue()] = entry.getKey());
            return List.of(pieces);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = UnpackedModel.class.getResourceAsStream(name);
        if (in == null)
            throw new FileNotFoundException("no " + name + " on the class path; is the model's jar missing?");
        return in;
    }

    /** As ONNX Runtime names the folders of its jar, for example {@code linux-x64}. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.contains("win") && !os.contains("darwin") ? "win" : os.contains("mac") ? "osx" : "linux";
        return system + "-" + (arch.contains("aarch64") || arch.contains("arm64") ? "aarch64" : "x64");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
