package flightline.flow;

import flightline.diagnosis.VerifiedBrief;

/**
 * Shown the documents' own words while a model is still writing: they are there at once, a model takes its time. Called
 * after the audit entry that tells so, and only where a model writes.
 */
public interface Early {
    /** Nobody looks on. */
    Early NOBODY = new Early() {
        @Override
        public boolean looksOn() {
            return false;
        }

        @Override
        public void extracts(VerifiedBrief brief) {}
    };

    /** Whether anything is wanted early; where not, nothing is verified or logged for it. */
    default boolean looksOn() {
        return true;
    }

    void extracts(VerifiedBrief brief);
}
