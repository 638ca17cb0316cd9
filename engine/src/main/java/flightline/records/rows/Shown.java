package flightline.records.rows;

/** Values as a message shows them. */
public final class Shown {
    private static final int LENGTH = 80;

    private Shown() {}

    /** On one line, without control characters, and not longer than a line of a screen. */
    public static String briefly(String value) {
        String plain = value.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return plain.length() <= LENGTH ? plain : plain.substring(0, LENGTH - 1) + "…";
    }
}
