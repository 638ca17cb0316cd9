package flightline.ingest;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads on a thread of its own, so that a file which is never done does not stop the run. Such a thread is told to end; one
 * that does not listen ends with the program, for Java has no way to stop it.
 */
final class TimedReading {
    /** Deep lists in deep tables are honest; what nests deeper than this is not. */
    private static final long STACK = 16L << 20;

    private TimedReading() {}

    static ParseOutcome of(String name, Callable<ParseOutcome> reading, Duration allowed) {
        var task = new FutureTask<>(reading);
        Thread thread = new Thread(null, task, "reading " + name, STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(allowed.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException endless) {
            thread.interrupt();
            return new ParseOutcome.Malformed(
                    "", "not read within " + words(allowed) + ", the limit for a file of its size; given up");
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new ParseOutcome.Malformed("", "stopped while it was being read");
        } catch (ExecutionException failed) {
            return unforeseen(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private static ParseOutcome unforeseen(Throwable cause) {
        return switch (cause) {
            case StackOverflowError nested -> new ParseOutcome.Malformed("", "nested too deeply to be read");
            case OutOfMemoryError large -> new ParseOutcome.Malformed("", "needs more memory to be read than there is");
            case Error grave -> throw grave;
            default ->
                new ParseOutcome.Malformed(
                        "",
                        "could not be read: " + cause.getClass().getSimpleName()
                                + (cause.getMessage() == null ? "" : ": " + Words.clip(cause.getMessage(), 40)));
        };
    }

    private static String words(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0 ? time.toMillis() + " ms" : time.toMinutes() + " minutes";
    }
}
