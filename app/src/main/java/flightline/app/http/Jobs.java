package flightline.app.http;

import flightline.policy.Principal;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;

/** What is being done and what was: one job writes at a time, the others wait their turn. */
interface Jobs extends AutoCloseable {
    /** Of one person that are not over. */
    int WAITING = 20;

    /** Begins one as soon as it is its turn. The files that came with it are taken away whatever becomes of it. */
    Job begin(Task task);

    /**
     * This asker's; a job of somebody else is as if it had never been, and so is one of before the asker's rights to see changed:
     * what came of it was told to somebody who saw other things.
     */
    Optional<Job> find(String id, Principal asker);

    /** This asker's, newest first. */
    List<Job> of(Principal asker);

    /** From now on jobs are done here that others began. */
    default void open() {}

    @Override
    void close();

    static Problem tooMany() {
        return new Problem(
                Status.TOO_MANY_REQUESTS_429,
                "you have " + WAITING + " jobs that are not over; wait for them, or stop some");
    }
}
