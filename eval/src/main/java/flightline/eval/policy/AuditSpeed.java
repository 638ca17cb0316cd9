package flightline.eval.policy;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.AuditVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What an entry of the log costs, sealed and on the disk, and how long the check of all of them takes.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.policy.AuditSpeed [FOLDER [ENTRIES]]; the folder
 * says which disk is measured.
 */
public final class AuditSpeed {
    private static final int WARM_UP = 500;
    private static final double MILLION = 1e6;

    private AuditSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0
                ? Files.createTempDirectory(Path.of(arguments[0]), "audit")
                : Files.createTempDirectory("audit");
        int entries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        var log = new AuditLog(folder, InstantSource.system());
        long[] nanos = new long[entries];
        for (int i = -WARM_UP; i < entries; i++) {
            var event = new AuditEvent(
                    "diagnose",
                    "local user",
                    "nose gear does not extend, entry " + i,
                    "brief",
                    Map.of("policy", "2026"));
            long began = System.nanoTime();
            log.append(event);
            if (i >= 0) nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%d entries: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                entries,
                nanos[entries / 2] / MILLION,
                nanos[entries * 95 / 100] / MILLION,
                nanos[entries * 99 / 100] / MILLION);
        long began = System.nanoTime();
        AuditVerdict verdict = log.verify();
        System.out.printf(Locale.ROOT, "%s in %.0f ms%n", verdict, (System.nanoTime() - began) / MILLION);
    }
}
