package flightline.flow;

import flightline.diagnosis.VerifiedBrief;

/**
 * Shown what there is of an answer while a model is still writing: the documents' own words at once, then each statement of the model as soon
 * as it stands. Called only where a model writes, and only after the audit entry that tells of the decision, of the evidence
 * and of the model that is asked.
 */
public interface Early {
    /** Nobody looks on. */
    Early NOBODY = new Early() {
        @Override
        public boolean looksOn() {
            return false;
        }

        @Override
        public void sees(Sight sight) {}
    };

    /** Whether anything is wanted early; where not, nothing is verified or logged for it. */
    default boolean looksOn() {
        return true;
    }

    void sees(Sight sight);

    /** What there is to be seen, in this order: the extracts once, then statements. */
    sealed interface Sight {
        /** The whole answer in the documents' own words. It is the answer where the model's words do not stand. */
        record Extracts(VerifiedBrief brief) implements Sight {}

        /**
         * A statement of the model, verified. The answer says in the end whether the model's statements count: they do not where
         * it broke off or left the form, and then the extracts are the answer.
         *
         * @param brief the statement with its warnings and citations, numbered as in the extracts and in the answer
         */
        record Written(VerifiedBrief brief) implements Sight {}
    }
}
