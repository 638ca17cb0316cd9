package flightline.diagnosis;

/** What became of verifying a brief. */
public sealed interface Verification {
    record Verified(VerifiedBrief brief) implements Verification {}

    /** Nothing may be shown; the reason is for a technician. */
    record Unsupported(String why) implements Verification {}
}
