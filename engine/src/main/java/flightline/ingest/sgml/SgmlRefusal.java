package flightline.ingest.sgml;

/** Ends the reading of a file; never leaves the package. */
final class SgmlRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    SgmlRefusal(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
        this.reason = reason;
    }

    SgmlReading.Refused refused() {
        return new SgmlReading.Refused(place, reason);
    }
}
