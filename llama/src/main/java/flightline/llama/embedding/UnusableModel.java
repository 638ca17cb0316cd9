package flightline.llama.embedding;

/** A model that is set up and cannot be used; the message names file and rule, for an administrator. */
public final class UnusableModel extends Exception {
    private static final long serialVersionUID = 1;

    UnusableModel(String why) {
        super(why);
    }
}
