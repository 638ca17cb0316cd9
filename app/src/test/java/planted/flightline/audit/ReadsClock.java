package planted.flightline.audit;

/** Asks the machine for the time. */
public final class ReadsClock {
    long now() {
        return System.nanoTime();
    }
}
