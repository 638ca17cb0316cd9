package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.pdf.PdfParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Parses one very long PDF, made into a temporary file, and says how fast and with how much heap.
 *
 * <p>java -Xmx1g -cp "app/target/lib/*:eval/target/classes" flightline.eval.LongPdf [PAGES]
 */
public final class LongPdf {
    public static void main(String[] arguments) throws Exception {
        int pages = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("long", ".pdf");
        try {
            LongPdfFile.write(file, pages);
            byte[] bytes = Files.readAllBytes(file);
            System.out.printf(Locale.ROOT, "%d pages, %.1f MiB%n", pages, bytes.length / 1048576.0);
            var greatest = new AtomicLong();
            Thread watcher = Thread.ofPlatform().daemon().start(() -> watch(greatest));
            long began = System.nanoTime();
            var outcome = new PdfParser().parse(new SourceFile(file, ContentHash.of(bytes), FileKind.PDF, bytes));
            double seconds = (System.nanoTime() - began) / 1e9;
            watcher.interrupt();
            System.gc(); // what the parsed document itself takes, measured while it is still held
            long held = used();
            System.out.println(
                    outcome instanceof ParseOutcome.Parsed parsed
                            ? parsed.documents().getFirst().blocks().size() + " blocks"
                            : "not read: " + outcome);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f s, %.0f pages/s; heap: greatest %d MiB, with the document held, after a collection, %d MiB, allowed %d MiB%n",
                    seconds,
                    pages / seconds,
                    greatest.get() >> 20,
                    held >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            Files.delete(file);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Looks at the heap every few milliseconds until it is interrupted. */
    private static void watch(AtomicLong greatest) {
        while (!Thread.currentThread().isInterrupted()) {
            greatest.accumulateAndGet(used(), Math::max);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
