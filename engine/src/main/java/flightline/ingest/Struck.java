package flightline.ingest;

import java.util.Optional;

/** Struck text: it no longer holds, so it is no text of the document. */
public final class Struck {
    private Struck() {}

    /**
     * What a reader is told of it.
     *
     * @param pieces how many were left out
     */
    public static Optional<String> note(int pieces) {
        if (pieces == 0) return Optional.empty();
        return Optional.of(
                "has struck text: " + pieces + (pieces == 1 ? " piece was left out" : " pieces were left out"));
    }
}
