package flightline.diagnosis;

import flightline.diagnosis.claim.ClaimCheck;
import java.util.regex.Pattern;

/**
 * Compares words with the source that they are said to be taken from, white space aside. A piece of a sentence counts
 * only where it ends at the ends of words and leaves out nothing that turns its sense.
 */
final class Quotation {
    private static final Pattern BLANK = Pattern.compile("[\\s\u00A0\u2007\u2009\u202F\u200B]+");
    private static final String ENDS_SENTENCE = ".!?;";

    private Quotation() {}

    static boolean standsIn(String source, String quoted) {
        String whole = squeeze(source);
        String piece = squeeze(quoted);
        if (piece.isEmpty()) return false;
        for (int at = whole.indexOf(piece); at >= 0; at = whole.indexOf(piece, at + 1))
            if (fair(whole, at, at + piece.length())) return true;
        return false;
    }

    private static boolean fair(String whole, int start, int end) {
        if (joined(whole, start) || joined(whole, end) || parted(whole, end)) return false;
        String before = whole.substring(sentenceStart(whole, start), start);
        String after = whole.substring(end, sentenceEnd(whole, end));
        return !ClaimCheck.negates(before) && !ClaimCheck.negates(after);
    }

    /** Whether a cut at this place would go through a word, a number or an identifier. */
    private static boolean joined(String whole, int at) {
        if (at == 0 || at == whole.length()) return false;
        char left = whole.charAt(at - 1);
        char right = whole.charAt(at);
        if (Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right)) return true;
        boolean further = at + 1 < whole.length() && Character.isLetterOrDigit(whole.charAt(at + 1));
        boolean nearer = at >= 2 && Character.isLetterOrDigit(whole.charAt(at - 2));
        return (Character.isLetterOrDigit(left) && holds(right) && further)
                || (Character.isLetterOrDigit(right) && holds(left) && nearer)
                || (Character.isDigit(right) && "-+±−".indexOf(left) >= 0);
    }

    /** Whether a number would be shown without the unit that follows it. */
    private static boolean parted(String whole, int end) {
        if (end + 1 >= whole.length() || !Character.isDigit(whole.charAt(end - 1))) return false;
        int next = whole.charAt(end) == ' ' ? end + 1 : end;
        char unit = whole.charAt(next);
        return Character.isLetter(unit) || unit == '%' || unit == '°';
    }

    private static boolean holds(char c) {
        return ".,-/·".indexOf(c) >= 0;
    }

    private static int sentenceStart(String whole, int from) {
        for (int at = from; at > 1; at--)
            if (whole.charAt(at - 1) == ' ' && ENDS_SENTENCE.indexOf(whole.charAt(at - 2)) >= 0) return at;
        return 0;
    }

    private static int sentenceEnd(String whole, int from) {
        int at = from;
        if (at > 0 && ENDS_SENTENCE.indexOf(whole.charAt(at - 1)) >= 0) return at;
        while (at < whole.length()) {
            boolean ends = ENDS_SENTENCE.indexOf(whole.charAt(at)) >= 0
                    && (at + 1 == whole.length() || whole.charAt(at + 1) == ' ');
            if (ends) return at;
            at++;
        }
        return at;
    }

    private static String squeeze(String text) {
        return BLANK.matcher(text).replaceAll(" ").strip();
    }
}
