package planted.flightline.archive;

/** Keeps state that belongs to nobody. */
public final class HoldsState {
    static int count;

    int next() {
        return ++count;
    }
}
