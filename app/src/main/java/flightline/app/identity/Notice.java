package flightline.app.identity;

import flightline.corpus.ContentHash;

/**
 * What whoever signs in must have read and agree to: how the system may be used, that it is watched, what its rules are.
 *
 * @param text its paragraphs, parted by blank lines
 */
public record Notice(String text) {
    private static final int MOST = 20_000;
    private static final int SHORT = 16;

    public Notice {
        text = text.replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > MOST)
            throw new IllegalArgumentException(
                    "notice must hold 1 to " + MOST + " characters of text, holds " + text.length());
    }

    /** Tells one wording from another; the start of its SHA-256. */
    public String version() {
        return ContentHash.of(text).hex().substring(0, SHORT);
    }
}
