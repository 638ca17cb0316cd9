package flightline.ingest.inspection;

import java.util.Optional;

/**
 * Characters that no reader sees and every program reads: tag characters that spell a message, long runs of characters
 * without width, words broken up by them, and controls that show letters in another order than they stand.
 */
final class HiddenCharacters {
    private static final int BLACK_FLAG = 0x1F3F4;
    /** As many characters without width as spell one letter in two signs. */
    private static final int RUN = 8;
    /** One inside a word is a leftover of some word processor, three are a method. */
    private static final int BROKEN_WORDS = 3;

    private HiddenCharacters() {}

    /** What was seen, in words; absent where everything can be seen. */
    static Optional<String> in(String text) {
        int[] characters = text.codePoints().toArray();
        int tags = 0;
        int run = 0;
        int longestRun = 0;
        int selectors = 0;
        int inWords = 0;
        int reordering = 0;
        boolean flag = false;
        boolean rightToLeft = false;
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            boolean tag = c >= 0xE0000 && c <= 0xE007F;
            if (tag && !flag) tags++;
            flag = c == BLACK_FLAG || (flag && tag);
            run = widthless(c) ? run + 1 : 0;
            longestRun = Math.max(longestRun, run);
            if (c >= 0xE0100 && c <= 0xE01EF) selectors++;
            if (widthless(c) && latin(characters, i - 1) && latin(characters, i + 1)) inWords++;
            if (reorders(c)) reordering++;
            rightToLeft |= rightToLeft(c);
        }
        if (tags > 0) return Optional.of(tags + " tag characters, spelling " + Excerpt.of(spelt(characters)));
        if (longestRun >= RUN || selectors >= RUN)
            return Optional.of(Math.max(longestRun, selectors) + " characters without width in a row, in "
                    + Excerpt.of(text.strip()));
        if (inWords >= BROKEN_WORDS)
            return Optional.of(
                    inWords + " words broken up by characters without width, in " + Excerpt.of(text.strip()));
        if (reordering > 0 && !rightToLeft)
            return Optional.of(
                    "controls that reorder letters, in a text of no right-to-left script: " + Excerpt.of(text.strip()));
        return Optional.empty();
    }

    /** The text without what cannot be seen, as a model would make words of it. */
    static String without(String text) {
        boolean clean = text.chars().allMatch(c -> c < 0x00AD);
        if (clean) return text;
        var seen = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !widthless(c) && !reorders(c) && c != 0x00AD)
                .forEach(c -> seen.appendCodePoint(c >= 0xE0020 && c < 0xE007F ? c - 0xE0000 : c));
        return seen.toString();
    }

    private static boolean widthless(int c) {
        return (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0x180E;
    }

    private static boolean reorders(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean latin(int[] characters, int at) {
        return at >= 0
                && at < characters.length
                && Character.UnicodeScript.of(characters[at]) == Character.UnicodeScript.LATIN;
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static String spelt(int[] characters) {
        var word = new StringBuilder();
        for (int c : characters) if (c >= 0xE0020 && c < 0xE007F) word.append((char) (c - 0xE0000));
        return word.toString();
    }
}
