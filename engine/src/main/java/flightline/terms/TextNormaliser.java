package flightline.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings complaint, record and query to one wording, so that {@code R/R L/H PRESS SW} and {@code removed and replaced
 * left pressure switch} meet.
 *
 * <p>Numbers, part numbers and references keep their signs. Short forms that only the context could tell apart are
 * written out where a neighbour tells, else left alone. Misspelt words are mended where it is clear what was meant. Safe to
 * share.
 */
public final class TextNormaliser {
    // A word with the marks that belong into it, a number with its signs, or one sign.
    private static final Pattern TOKEN = Pattern.compile(
            // Numbers and identifiers: 32-41-00, 1,500, 3.5, 65-24608-17, b737-800.
            "(?<id>[\\p{L}]*\\d[\\p{L}\\d]*(?:[-/.,][\\p{L}\\d]*\\d[\\p{L}\\d]*|-[\\p{L}\\d]+)*)"
                    + "|(?<word>(?:\\p{L}\\.){2,}|\\p{L}+(?:&\\p{L}\\b|[/'’-]\\p{L}+)*(?:['/](?=\\s|$))?)"
                    + "|(?<sign>[^\\s\\p{L}\\d])");
    private static final Pattern NUMBERED = Pattern.compile("(?:no|nr|nbr|num)(\\d{1,2})");
    private static final Set<String> NUMBER_WORDS = Set.of("#", "no", "nr", "nbr", "num");
    private static final int NEIGHBOURS = 2;

    private final Abbreviations abbreviations;
    private final Speller speller;

    /** With the spelling that ships with this package. */
    public TextNormaliser(Abbreviations abbreviations) {
        this(abbreviations, Speller.standard());
    }

    public TextNormaliser(Abbreviations abbreviations, Speller speller) {
        this.abbreviations = abbreviations;
        this.speller = speller;
    }

    public NormalisedText normalise(String original) {
        List<Token> tokens = tokens(original);
        var text = new StringBuilder(original.length() + 32);
        var starts = new ArrayList<Integer>();
        var origins = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); ) {
            Written written = write(tokens, i);
            Token token = tokens.get(i);
            if (!text.isEmpty() && !(token.sign() && token.sticksToTheLeft())) text.append(' ');
            starts.add(text.length());
            origins.add(token.start());
            text.append(written.text());
            i += written.tokens();
        }
        return new NormalisedText(original, text.toString(), new NormalisedText.Offsets(ints(starts), ints(origins)));
    }

    /** The wording alone, for those that need no offsets. */
    public String text(String original) {
        return normalise(original).text();
    }

    private Written write(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (isRemovedAndReplaced(tokens, i)) return new Written("removed and replaced", 3);
        if (NUMBER_WORDS.contains(token.lower())) {
            int next = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals(".") ? i + 2 : i + 1;
            if (next < tokens.size() && tokens.get(next).lower().matches("\\d{1,3}[a-z]?"))
                return new Written("number " + tokens.get(next).lower(), next - i + 1);
        }
        Matcher numbered = NUMBERED.matcher(token.lower());
        if (numbered.matches()) return new Written("number " + numbered.group(1), 1);
        if (token.kind() == Kind.IDENTIFIER) return new Written(token.lower(), 1);
        return expanded(token, tokens, i).or(() -> mended(token)).orElseGet(() -> new Written(token.lower(), 1));
    }

    /** A name is spelt as its bearer spells it, and what a display shows as it shows it. */
    private Optional<Written> mended(Token token) {
        return token.kind() != Kind.WORD || token.name()
                ? Optional.empty()
                : speller.mended(token.lower()).map(text -> new Written(text, 1));
    }

    // "R & R", "R AND R"; some sources have had the R of it written out as the side, "right & right".
    private static boolean isRemovedAndReplaced(List<Token> tokens, int i) {
        if (i + 2 >= tokens.size()) return false;
        String first = tokens.get(i).lower();
        String middle = tokens.get(i + 1).lower();
        return (first.equals("r") || first.equals("right"))
                && tokens.get(i + 2).lower().equals(first)
                && (middle.equals("&") || middle.equals("and") || (middle.equals("/") && first.equals("r")));
    }

    private Optional<Written> expanded(Token token, List<Token> tokens, int i) {
        var neighbours = new HashSet<String>();
        for (int k = Math.max(0, i - NEIGHBOURS); k <= Math.min(tokens.size() - 1, i + NEIGHBOURS); k++)
            if (k != i) neighbours.add(tokens.get(k).lower());
        Optional<String> whole = abbreviations.expansionAmong(token.lower(), neighbours);
        if (whole.isPresent()) return whole.map(text -> new Written(text, 1));
        String lower = token.lower();
        if (lower.indexOf('/') < 0) return Optional.empty();
        // "hyd/elec": two short forms that share a slash.
        var parts = new ArrayList<String>();
        boolean any = false;
        for (String part : lower.split("/")) {
            Optional<String> expansion =
                    part.length() < 3 ? Optional.empty() : abbreviations.expansionAmong(part, neighbours);
            any |= expansion.isPresent();
            parts.add(expansion.orElse(part));
        }
        return any ? Optional.of(new Written(String.join(" / ", parts), 1)) : Optional.empty();
    }

    private static List<Token> tokens(String original) {
        var tokens = new ArrayList<Token>();
        boolean mixed = isMixedCase(original);
        boolean begins = true;
        Matcher matcher = TOKEN.matcher(original);
        while (matcher.find()) {
            Kind kind = matcher.group("id") != null
                    ? Kind.IDENTIFIER
                    : matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
            String written = matcher.group();
            boolean name = mixed && !begins && Character.isUpperCase(written.charAt(0));
            tokens.add(new Token(Ligatures.apart(written).toLowerCase(Locale.ROOT), matcher.start(), kind, name));
            begins = kind == Kind.SIGN && ".!?:;-\"“".contains(written);
        }
        return tokens;
    }

    /** Whether capitals say anything in this text. */
    private static boolean isMixedCase(String text) {
        long lower = text.chars().filter(Character::isLowerCase).count();
        long upper = text.chars().filter(Character::isUpperCase).count();
        return lower > upper;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private enum Kind {
        IDENTIFIER,
        WORD,
        SIGN
    }

    /** @param name whether it is written with a capital where others are not */
    private record Token(String lower, int start, Kind kind, boolean name) {
        boolean sign() {
            return kind == Kind.SIGN;
        }

        boolean sticksToTheLeft() {
            return ".,;:!?)%°".contains(lower);
        }
    }

    private record Written(String text, int tokens) {}
}
