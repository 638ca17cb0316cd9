package flightline.eval.cluster;

import java.io.IOException;

/** What is killed without warning and started again. */
interface Victim {
    String name();

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() throws IOException, InterruptedException;

    void again() throws IOException, InterruptedException;

    /** Started once more where it ended by itself, as whoever runs services does; true where that was so. */
    default boolean revived() throws IOException {
        return false;
    }

    /** At the end of the run. */
    void end() throws IOException, InterruptedException;
}
