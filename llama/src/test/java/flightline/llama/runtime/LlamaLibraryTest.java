package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlamaLibraryTest {
    @Test
    void packedLibrary_isUnpackedOnce(@TempDir Path cache) throws IOException {
        Path file = Workbench.in(cache).library().file();
        var stamp = Files.getLastModifiedTime(file);
        assertThat(Workbench.in(cache).library().file()).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(stamp);
    }

    @Test
    void libraryOfOnesOwn_isUsedWhenItsVersionFits(@TempDir Path cache) {
        Path own = Workbench.in(cache).library().file();
        assertThat(LlamaLibrary.open(own)).isInstanceOf(LlamaLibrary.Opening.Opened.class);
    }

    @Test
    void halfUnpackedFolder_isNotTrusted(@TempDir Path cache) throws IOException {
        Path half = Files.createDirectories(cache.resolve("llama-unpacking-now.d"));
        Files.writeString(half.resolve("libllama.v0.5.0.so"), "half");
        Path file = Workbench.in(cache).library().file();
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        assertThat(half).doesNotExist();
    }

    @Test
    void libraryThatWasCutOff_isUnpackedAnew(@TempDir Path cache) throws IOException {
        Path folder = NativeFolder.in(cache).orElseThrow();
        Path library = NativeFolder.library(folder).orElseThrow();
        long whole = Files.size(library);
        Files.write(library, Arrays.copyOf(Files.readAllBytes(library), 5_000));
        assertThat(Workbench.in(cache).library().file()).isEqualTo(library);
        assertThat(Files.size(library)).isEqualTo(whole);
    }

    @Test
    void niceErrorOn_otherLibrary(@TempDir Path cache) throws IOException {
        Path folder = Workbench.in(cache).library().file().getParent();
        Path other;
        try (var files = Files.list(folder)) {
            other = files.filter(file -> file.getFileName().toString().startsWith("libggml-base"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(why(other)).endsWith("does not tell its version; llama.cpp 0.5.0 is needed");
    }

    @Test
    void niceErrorOn_fileThatIsNoLibrary(@TempDir Path folder) throws IOException {
        assertThat(why(Files.write(folder.resolve("libllama.so"), List.of("text"))))
                .endsWith("is no library for any system");
        assertThat(why(folder.resolve("none.so"))).startsWith("there is no file");
    }

    private static String why(Path file) {
        return ((LlamaLibrary.Opening.Refused) LlamaLibrary.open(file)).why();
    }
}
