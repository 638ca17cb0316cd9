package flightline.eval.cluster;

import java.io.IOException;

/** What is killed without warning and started again. */
interface Victim {
    String name();

    /** As {@code kill -9} does; returns when it is gone. */
    void kill() throws IOException, InterruptedException;

    void again() throws IOException, InterruptedException;

    /** At the end of the run. */
    void end() throws IOException, InterruptedException;
}
