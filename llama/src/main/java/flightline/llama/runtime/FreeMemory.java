package flightline.llama.runtime;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory that a model may take: what the system can give without ending others, and no more than a container allows. */
public final class FreeMemory {
    private final Path root;

    private FreeMemory(Path root) {
        this.root = root;
    }

    /** Bytes free on this machine now. */
    public static long bytes() {
        return new FreeMemory(Path.of("/")).now();
    }

    /** As if the files that Linux tells it by lay below another folder. */
    static long bytes(Path root) {
        return new FreeMemory(root).now();
    }

    private long now() {
        // What Linux calls free leaves out the pages of files that it gives back at once.
        long free = number("proc/meminfo", "MemAvailable:.*")
                .orElseGet(() -> ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                .getFreeMemorySize()
                        >> 10);
        OptionalLong most = number("sys/fs/cgroup/memory.max", "\\d+");
        OptionalLong taken = number("sys/fs/cgroup/memory.current", "\\d+");
        if (most.isEmpty() || taken.isEmpty()) return free << 10;
        // Pages of files count as taken there, too, and are given back when they are needed.
        long pages = number("sys/fs/cgroup/memory.stat", "inactive_file \\d+").orElse(0);
        return Math.clamp(most.getAsLong() - taken.getAsLong() + pages, 0, free << 10);
    }

    private OptionalLong number(String file, String line) {
        try {
            return Files.readAllLines(root.resolve(file)).stream()
                    .filter(one -> one.matches(line))
                    .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
