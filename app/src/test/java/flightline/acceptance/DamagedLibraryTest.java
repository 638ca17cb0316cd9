package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native code and the embedding model, damaged after they were unpacked: loading such a file ends the process, or the answer. */
final class DamagedLibraryTest {
    private static final int NOT_VERIFIED = 6;

    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void damagedFiles_areUnpackedAnew_andToldByCheck() throws Exception {
        judged();
        Path engine = unpacked("libcedar_java_ffi");
        Path runtime = unpacked("libonnxruntime.");
        Path model = unpacked("model.onnx");
        for (Path file : List.of(engine, runtime, model))
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1 << 20));
        judged();
        assertThat(run(0, "check")).contains("✓ unpacked libraries");
        for (Path file : List.of(runtime, model)) {
            FileTime time = Files.getLastModifiedTime(file);
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, 4096, 8192, (byte) 0);
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);
        }
        assertThat(run(NOT_VERIFIED, "check"))
                .contains("✗ unpacked libraries", "libonnxruntime", "model.onnx is not what was unpacked");
        judged();
        assertThat(run(0, "check")).contains("✓ unpacked libraries");
    }

    @Test
    void folderThatCannotBeWritten_servesWhatWasUnpacked() throws Exception {
        judged();
        Path lock = temp.resolve("data/native/cedar/lock");
        Files.delete(lock);
        // As on a disk that went read-only, which holds root too: the file cannot be opened for writing.
        Files.createDirectory(lock);
        judged();
        Path engine = unpacked("libcedar_java_ffi");
        Files.write(engine, Arrays.copyOf(Files.readAllBytes(engine), 1 << 20));
        assertThat(run(2, "policy", "check", "the hydraulic pump")).contains("cannot be unpacked");
    }

    private void judged() throws Exception {
        assertThat(run(0, "policy", "check", "the hydraulic pump of system 1 makes a noise in climb"))
                .startsWith("allow");
    }

    private String run(int code, String... words) throws Exception {
        Child child = Child.start(Main.class, temp.resolve("data"), List.of(words));
        assertThat(child.await()).as(child.said()).isEqualTo(code);
        return child.said();
    }

    private Path unpacked(String name) throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve("data/native"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name)
                            && !file.toString().endsWith(".hash"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
