package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreeMemoryTest {
    @Test
    void freeMemory_isWhatCanBeGivenBackToo(@TempDir Path root) throws IOException {
        write(root, "proc/meminfo", "MemTotal: 32000 kB\nMemFree: 100 kB\nMemAvailable:    8000 kB\n");
        assertThat(FreeMemory.bytes(root)).isEqualTo(8_000L << 10);
    }

    @Test
    void container_bounds(@TempDir Path root) throws IOException {
        write(root, "proc/meminfo", "MemAvailable:    8000 kB\n");
        write(root, "sys/fs/cgroup/memory.max", "4000000\n");
        write(root, "sys/fs/cgroup/memory.current", "3000000\n");
        write(root, "sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 500000\n");
        assertThat(FreeMemory.bytes(root)).isEqualTo(1_500_000);
        write(root, "sys/fs/cgroup/memory.max", "max\n");
        assertThat(FreeMemory.bytes(root)).isEqualTo(8_000L << 10);
    }

    @Test
    void thisMachine_hasSome() {
        assertThat(FreeMemory.bytes()).isPositive();
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
