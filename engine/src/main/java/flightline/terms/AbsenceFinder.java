package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a writer says was looked for and not there: {@code no leaks found}, {@code smoke was not observed},
 * {@code leak check good}.
 *
 * <p>Only what is abnormal can be absent in this sense. {@code no pressure}, {@code no indication} and {@code did not
 * extend} tell of the fault itself and are left alone; {@code abnormal.txt} lists the words that name trouble. Safe to
 * share; time grows with the length of the text only.
 */
public final class AbsenceFinder {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’/-]\\p{L}+)*|\\d+|[^\\s]");
    private static final Set<String> DENYING =
            Set.of("no", "nil", "without", "w/o", "zero", "neither", "nor", "negative");
    private static final Set<String> JOINING = Set.of("or", "nor", "and", "/", ",", "&");
    private static final Set<String> WAS = Set.of("was", "were", "is", "are", "be", "been", "has", "have", "had");
    private static final Set<String> AUXILIARY = Set.of("did", "do", "does", "could", "can");
    private static final Set<String> SEEN = Set.of(
            "found",
            "noted",
            "noticed",
            "observed",
            "seen",
            "evident",
            "detected",
            "present",
            "reported",
            "visible",
            "apparent",
            "felt",
            "heard",
            "recorded",
            "stored",
            "displayed",
            "identified",
            "discovered",
            "smelled",
            "smelt",
            "confirmed",
            "revealed",
            "logged");
    private static final Set<String> TESTS = Set.of("check", "checks", "ck", "cks", "chk", "chks", "test", "tests");
    private static final Set<String> GOOD =
            Set.of("good", "ok", "okay", "normal", "satisfactory", "sat", "passed", "negative");
    private static final Set<String> FIND =
            Set.of("find", "see", "detect", "observe", "note", "notice", "reveal", "smell");
    /** Words that may stand between the denial and what it denies. */
    private static final int MOST_BETWEEN = 4;

    private final Set<String> abnormal;
    private final Set<String> modifiers;

    private AbsenceFinder(Set<String> abnormal, Set<String> modifiers) {
        this.abnormal = abnormal;
        this.modifiers = modifiers;
    }

    /** With the words that ship with this package. */
    public static AbsenceFinder standard() {
        List<String> lines = WordList.lines("abnormal.txt");
        return new AbsenceFinder(
                Set.copyOf(lines.stream().filter(l -> !l.startsWith("+")).toList()),
                Set.copyOf(lines.stream()
                        .filter(l -> l.startsWith("+"))
                        .map(l -> l.substring(1))
                        .toList()));
    }

    /** What is said not to be there, in the order in which it stands; none overlaps another. */
    public List<Phrase> find(String text) {
        List<Token> tokens = tokens(text);
        var found = new ArrayList<Phrase>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Span> span = at(tokens, i);
            if (span.isEmpty()) {
                i++;
                continue;
            }
            Span here = span.get();
            found.add(Phrase.of(
                    text,
                    tokens.get(here.first()).start(),
                    tokens.get(here.last()).end()));
            i = here.last() + 1;
        }
        return found;
    }

    /** The text with white space in place of what is not there, so that every other word keeps its offset. */
    public static String without(String text, List<Phrase> absent) {
        var left = new StringBuilder(text);
        for (Phrase phrase : absent) {
            int from = phrase.start();
            int to = phrase.end();
            // The comma that parted it goes with it.
            int next = to;
            while (next < text.length() && text.charAt(next) == ' ') next++;
            int before = from - 1;
            while (before >= 0 && text.charAt(before) == ' ') before--;
            if (next < text.length() && ",;".indexOf(text.charAt(next)) >= 0) to = next + 1;
            else if (before >= 0 && ",;".indexOf(text.charAt(before)) >= 0) from = before;
            for (int i = from; i < to; i++) left.setCharAt(i, ' ');
        }
        return left.toString();
    }

    private Optional<Span> at(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        if (DENYING.contains(word)) return named(tokens, i + 1).map(last -> new Span(i, seen(tokens, last)));
        if (word.equals("not") || word.endsWith("n't") || word.equals("cannot") || word.equals("unable"))
            return find(tokens, i);
        if (!abnormal.contains(word)) return Optional.empty();
        return denied(tokens, i).or(() -> testedGood(tokens, i));
    }

    /** "did not find any leaks", "unable to find a leak". */
    private Optional<Span> find(List<Token> tokens, int i) {
        int verb = word(tokens, i + 1).equals("to") ? i + 2 : i + 1;
        if (!FIND.contains(word(tokens, verb))) return Optional.empty();
        int first = AUXILIARY.contains(word(tokens, i - 1)) ? i - 1 : i;
        return named(tokens, verb + 1).map(last -> new Span(first, last));
    }

    /** "leak was not found". */
    private static Optional<Span> denied(List<Token> tokens, int i) {
        int at = WAS.contains(word(tokens, i + 1)) ? i + 2 : i + 1;
        boolean not = word(tokens, at).equals("not") || word(tokens, at).endsWith("n't");
        if (!not && at > i + 1 && word(tokens, at - 1).endsWith("n't")) at--;
        boolean said = (not || word(tokens, at).endsWith("n't")) && SEEN.contains(word(tokens, at + 1));
        return said ? Optional.of(new Span(i, at + 1)) : Optional.empty();
    }

    /** "leak check good". */
    private static Optional<Span> testedGood(List<Token> tokens, int i) {
        return TESTS.contains(word(tokens, i + 1)) && GOOD.contains(word(tokens, i + 2))
                ? Optional.of(new Span(i, i + 2))
                : Optional.empty();
    }

    /** Index of the last word of what is denied from here on; empty where nothing abnormal is named. */
    private Optional<Integer> named(List<Token> tokens, int from) {
        Optional<Integer> last = Optional.empty();
        int between = 0;
        for (int i = from; i < tokens.size() && between <= MOST_BETWEEN; i++) {
            String word = tokens.get(i).lower();
            if (abnormal.contains(word)) {
                last = Optional.of(i);
                between = 0;
            } else if (JOINING.contains(word)) {
                if (last.isEmpty()) return Optional.empty();
                between++;
            } else if (modifiers.contains(word)) {
                between++;
            } else {
                // "no fuel leak": one word of what it would be a leak of.
                boolean leads = Character.isLetter(word.charAt(0))
                        && (last.isEmpty() || JOINING.contains(word(tokens, i - 1)))
                        && abnormal.contains(word(tokens, i + 1));
                if (!leads) break;
                between++;
            }
        }
        return last;
    }

    /** Goes on over "was found". */
    private static int seen(List<Token> tokens, int last) {
        int at = WAS.contains(word(tokens, last + 1)) ? last + 2 : last + 1;
        if (WAS.contains(word(tokens, at))) at++;
        return SEEN.contains(word(tokens, at)) ? at : last;
    }

    private static String word(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        for (Matcher m = WORD.matcher(text); m.find(); )
            tokens.add(new Token(m.group().toLowerCase(Locale.ROOT).replace('’', '\''), m.start(), m.end()));
        return tokens;
    }

    private record Token(String lower, int start, int end) {}

    /** First and last token, both included. */
    private record Span(int first, int last) {}
}
