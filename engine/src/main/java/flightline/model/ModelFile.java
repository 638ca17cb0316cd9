package flightline.model;

/** What the head of a model's file says, read and checked without loading the model. */
public sealed interface ModelFile {
    /**
     * A file that a runtime can be expected to load.
     *
     * @param title that the model bears in its file; may be empty
     * @param architecture for example {@code llama}
     * @param quantisation for example {@code Q4_K_M}
     * @param contextTokens that the model was made for
     * @param licence as the file names it, with a link where it gives one; may be empty
     */
    record Sound(String title, String architecture, String quantisation, int contextTokens, String licence)
            implements ModelFile {}

    /** A file that must not reach a runtime, and why: value, rule, place. */
    record Unsound(String why) implements ModelFile {}
}
