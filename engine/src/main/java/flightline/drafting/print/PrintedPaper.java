package flightline.drafting.print;

import flightline.corpus.ContentHash;

/** A paper as a file holds it. */
public final class PrintedPaper {
    private final byte[] bytes;

    PrintedPaper(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return ContentHash.of(bytes).hex();
    }
}
