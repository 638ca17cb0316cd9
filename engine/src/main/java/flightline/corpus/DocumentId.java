package flightline.corpus;

/**
 * Identity of a document across all its revisions: the data module code, the directive's number, else the file's name.
 *
 * @param value not blank, for example {@code DMC-LT46-A-32-41-00-00A-520A-A} or {@code AD-2025-0012}
 */
public record DocumentId(String value) {
    /** Longer ones are no identity but an accident or an attack, and could not be keys. */
    private static final int LONGEST = 1_000;

    public DocumentId {
        if (value.isBlank()) throw new IllegalArgumentException("document id must not be blank");
        if (value.length() > LONGEST)
            throw new IllegalArgumentException("document id must have at most " + LONGEST + " characters, got "
                    + value.length() + ": '" + value.substring(0, 40) + "...'");
    }

    @Override
    public String toString() {
        return value;
    }
}
