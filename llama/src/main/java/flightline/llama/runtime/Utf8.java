package flightline.llama.runtime;

/**
 * Where in a character a text of bytes stands. The library's grammars let bytes through that are no UTF-8, behind which a
 * quotation mark can hide; here they are found.
 */
final class Utf8 {
    /** Between two characters. */
    static final int WHOLE = 0;
    /** The bytes are no UTF-8. */
    static final int BROKEN = -1;

    private Utf8() {}

    /**
     * Where the text stands after more bytes.
     *
     * @param state as this gave it last, {@link #WHOLE} at the beginning: bytes missing, and above them the least and the
     *     greatest that the next may be
     */
    static int after(int state, byte[] bytes) {
        int now = state;
        for (byte one : bytes) {
            now = after(now, one & 0xff);
            if (now == BROKEN) return BROKEN;
        }
        return now;
    }

    static int after(int state, int one) {
        if (state == WHOLE) {
            if (one < 0x80) return WHOLE;
            if (one < 0xc2 || one > 0xf4) return BROKEN;
            if (one < 0xe0) return missing(1, 0x80, 0xbf);
            // The narrower bounds leave out longer spellings of the same character, halves of pairs, and what is beyond
            // Unicode.
            if (one < 0xf0) return missing(2, one == 0xe0 ? 0xa0 : 0x80, one == 0xed ? 0x9f : 0xbf);
            return missing(3, one == 0xf0 ? 0x90 : 0x80, one == 0xf4 ? 0x8f : 0xbf);
        }
        int missing = state & 0xff;
        if (one < (state >> 8 & 0xff) || one > (state >> 16 & 0xff)) return BROKEN;
        return missing == 1 ? WHOLE : missing(missing - 1, 0x80, 0xbf);
    }

    private static int missing(int bytes, int least, int greatest) {
        return bytes | least << 8 | greatest << 16;
    }
}
