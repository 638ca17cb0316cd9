package flightline.state;

/** The right to do something alone, until it ends. Closing gives it back. */
public interface Lease extends AutoCloseable {
    /** Lasts from now on as long as it did; false where it had ended and somebody else has it, or may have had it. */
    boolean renew();

    @Override
    void close();
}
