package flightline.audit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes through to its end whoever wants to be gone. An interrupt closes the file that the interrupted thread is
 * writing, so the log is written on a thread that nobody else knows; whoever waits for it is interrupted afterwards.
 */
final class Undisturbed {
    private Undisturbed() {}

    static <T> T done(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().name("audit log").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException said) throw said;
            if (e.getCause() instanceof Error broken) throw broken;
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
