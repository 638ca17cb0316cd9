package flightline.app.wiring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory of this machine may still be taken. */
final class FreeMemory {
    private static final Path TOLD_BY_LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private FreeMemory() {}

    /** Bytes. Linux counts what it would give up of its file cache; elsewhere that is not known and not counted. */
    static long bytes() {
        long free =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getFreeMemorySize()
                        : Long.MAX_VALUE;
        try {
            if (!Files.exists(TOLD_BY_LINUX)) return free;
            return Files.readAllLines(TOLD_BY_LINUX).stream()
                    .filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(free);
        } catch (IOException | NumberFormatException e) {
            return free;
        }
    }
}
