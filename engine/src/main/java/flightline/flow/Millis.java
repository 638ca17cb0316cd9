package flightline.flow;

/** How long each part of an answer took, in milliseconds. */
public record Millis(double total, double retrieve, double rank, double write, double verify) {
    /** Of what is found and shown as it is. */
    static Millis found(long nanos) {
        return new Millis(nanos / 1e6, nanos / 1e6, 0, 0, 0);
    }
}
