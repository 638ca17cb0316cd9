package flightline.flow;

/** Told how far long work has come. Called from the thread that works; must return at once. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (done, total, doing) -> {};

    /**
     * @param done units finished
     * @param total units in all, 0 while not known
     * @param doing what is worked on, for a person
     */
    void at(long done, long total, String doing);

    /**
     * Told once, where the work was stopped before its end.
     *
     * @param done units finished
     * @param total units in all
     */
    default void stopped(long done, long total) {
        at(done, total, "stopped");
    }
}
