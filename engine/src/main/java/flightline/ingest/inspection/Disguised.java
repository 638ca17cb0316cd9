package flightline.ingest.inspection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command to set instructions aside whose words are written so that no search for them finds them, and a model reads them all the
 * same: {@code i g n o r e  a l l}, {@code 1gn0r3 4ll pr3v10us 1nstruct10ns}, {@code ignore_all}, {@code Ig nore all prev ious}, backwards.
 *
 * <p>Written plainly it is a matter of {@link Signal}, which tells what a bulletin may say; whoever breaks such words up has nothing to
 * tell a technician.
 */
final class Disguised {
    /** Signs that stand for letters, and what stands between letters and is none; the rest of the figures ends a word. */
    private static final String SIGNS = "013457@$!|€";

    private static final String LETTERS = "oieastasiie";
    /** A one stands for an l as well as for an i: both are written as i here. */
    private static final Pattern COMMAND = Pattern.compile(
            ("(ignore|disregard|forget|overlook|override|bypass)(?:all|any|the|of|your|my|these|those|every|each|and|other){0,4}"
                            + "(?:(?:previous|prior|above|earlier|preceding|foregoing|original|initial|system|safety|your)(?:ly|and|or|given|the|system|safety){0,2}){1,2}"
                            + "(instructions?|directives?|prompts?|guidelines|orders|commands|training|programming|rules)")
                    .replace('l', 'i'));
    /** A word that a line's end parts is written plainly. */
    private static final Pattern BROKEN = Pattern.compile("(\\p{L})-\\s+(\\p{Ll})");

    private static final int LONGEST = 200;
    private static final char NONE = 0;

    private Disguised() {}

    /** The words as they are written; absent where there is no such command, or where it is written plainly. */
    static Optional<String> in(String text) {
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = letter(text.charAt(i));
            if (letter != NONE) letters.append(letter);
        }
        return forwards(text, letters).or(() -> backwards(text, letters));
    }

    private static Optional<String> forwards(String text, CharSequence letters) {
        Matcher command = COMMAND.matcher(letters);
        while (command.find()) {
            String written = written(text, command.start(), command.end());
            if (written.length() > LONGEST) continue;
            Set<String> words = words(BROKEN.matcher(written).replaceAll("$1$2"));
            boolean plain = words.contains(command.group(1)) && words.contains(command.group(2));
            if (!plain) return Optional.of(written);
        }
        return Optional.empty();
    }

    private static Optional<String> backwards(String text, StringBuilder letters) {
        boolean there = COMMAND.matcher(new StringBuilder(letters).reverse()).find();
        return there ? Optional.of(text.strip()) : Optional.empty();
    }

    /** The stretch of the text from one letter to before another, by their count. */
    private static String written(String text, int from, int to) {
        int start = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (letter(text.charAt(i)) == NONE) continue;
            if (count == from) start = i;
            if (++count == to) return text.substring(start, i + 1);
        }
        return text.substring(start);
    }

    private static char letter(char written) {
        char small = Character.toLowerCase(written);
        int sign = SIGNS.indexOf(small);
        if (sign >= 0) return LETTERS.charAt(sign);
        if (small == 'l') return 'i';
        return small >= 'a' && small <= 'z' ? small : NONE;
    }

    private static Set<String> words(String written) {
        return new HashSet<>(
                Arrays.asList(written.toLowerCase(Locale.ROOT).replace('l', 'i').split("[^\\p{L}\\p{N}@$!|_]+")));
    }
}
