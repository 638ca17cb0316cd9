package flightline.drafting;

/** Whether a paper stands the comparison with its sources. */
public sealed interface Proof {
    record Verified(VerifiedPaper paper) implements Proof {}

    /** @param why value, rule and place */
    record Unsupported(String why) implements Proof {}
}
