package flightline.ingest.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tesseract as this machine has it; looked for anew with every picture, so one may install it at any time. Safe for several threads. */
public final class Tesseract {
    private static final int MOST_OUTPUT = 32 << 20;
    private static final int MOST_COMPLAINT = 4_096;
    private static final long LOOK_MILLIS = 50;

    private final String program;
    private final String languages;
    private final Duration longest;
    private final BooleanSupplier stop;

    /**
     * @param program a path, or a name that is looked for where the operating system looks for programs
     * @param languages as the program calls them, for example {@code eng} or {@code eng+deu}
     * @param longest for one picture
     * @param stop whether the run is to end; looked at all the time while the program works
     */
    public Tesseract(String program, String languages, Duration longest, BooleanSupplier stop) {
        if (!languages.matches("[A-Za-z_]+(?:\\+[A-Za-z_]+)*"))
            throw new IllegalArgumentException("languages must be like eng or eng+deu, got '" + languages + "'");
        this.program = program;
        this.languages = languages;
        this.longest = longest;
        this.stop = stop;
    }

    /** Reads a picture whose text runs from left to right. */
    public RecognitionOutcome read(PageImage image) {
        return read(image, false);
    }

    /** Reads a picture of which it is not known which side is up; the lines say how they are turned. */
    public RecognitionOutcome readTurned(PageImage image) {
        return read(image, true);
    }

    private RecognitionOutcome read(PageImage image, boolean turned) {
        if (stop.getAsBoolean()) return new RecognitionOutcome.Stopped();
        var builder = new ProcessBuilder(
                program,
                "-",
                "-",
                "--dpi",
                Integer.toString(image.dotsPerInch()),
                "-l",
                languages,
                "--psm",
                turned ? "1" : "3",
                "hocr");
        // Pages are read side by side, so each process keeps to one thread.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        try {
            return attended(builder.start(), image);
        } catch (IOException none) {
            return new RecognitionOutcome.Absent("the program '" + program + "' cannot be started");
        }
    }

    private RecognitionOutcome attended(Process process, PageImage image) {
        try (var pipes = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return attended(process, image, pipes);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new RecognitionOutcome.Stopped();
            } catch (ExecutionException broken) {
                return new RecognitionOutcome.Failed(program + ": " + String.valueOf(broken.getMessage()));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                // Gone when this returns, not only asked to go.
                process.destroyForcibly().onExit().join();
            }
        }
    }

    private RecognitionOutcome attended(Process process, PageImage image, ExecutorService pipes)
            throws InterruptedException, ExecutionException {
        pipes.execute(() -> feed(process.getOutputStream(), image));
        Future<String> said = pipes.submit(() -> text(process.getInputStream(), MOST_OUTPUT));
        Future<String> complaint = pipes.submit(() -> text(process.getErrorStream(), MOST_COMPLAINT));
        long left = longest.toMillis() / LOOK_MILLIS;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stop.getAsBoolean()) return new RecognitionOutcome.Stopped();
            if (--left < 0)
                return new RecognitionOutcome.Failed(
                        program + " did not finish within " + longest.toSeconds() + " seconds");
        }
        if (process.exitValue() == 0) return new RecognitionOutcome.Read(Hocr.lines(said.get()));
        List<String> reasons =
                complaint.get().lines().filter(l -> !l.isBlank()).limit(2).toList();
        return new RecognitionOutcome.Failed(program + " ended with " + process.exitValue()
                + (reasons.isEmpty() ? "" : ": " + String.join(" ", reasons)));
    }

    /** A portable grey map: the picture as it is behind a line of measures. */
    private static void feed(OutputStream out, PageImage image) {
        try (out) {
            out.write(("P5\n" + image.width() + " " + image.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(image.greys());
        } catch (IOException ended) {
            // The program went before it had read all; how it ended tells why.
        }
    }

    /** What is beyond the limit is read and let go, so that the program does not wait for a reader. */
    private static String text(InputStream in, int most) throws IOException {
        try (in) {
            byte[] kept = in.readNBytes(most);
            in.skip(Long.MAX_VALUE);
            return new String(kept, StandardCharsets.UTF_8);
        }
    }
}
