package flightline.cluster.index;

/** A word as the cluster keeps it: it parts words at blanks and counts behind a mark, so none may stand in one. */
final class Spelling {
    /** Between a word and how much it counts. */
    static final char MARK = '\u001f';

    private static final int LONGEST = 255;

    private Spelling() {}

    static String of(String word) {
        var spelt = new StringBuilder(word.length());
        for (int i = 0; i < word.length() && spelt.length() < LONGEST; i++) {
            char letter = word.charAt(i);
            spelt.append(Character.isWhitespace(letter) || letter < ' ' ? '_' : letter);
        }
        return spelt.toString();
    }
}
