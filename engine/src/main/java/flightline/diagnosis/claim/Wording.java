package flightline.diagnosis.claim;

import flightline.corpus.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as tokens: values with their units, identifiers, and words by what they do in their sentence. The texts of several
 * passages are parted by breaks.
 */
final class Wording {
    private static final Pattern PIECE = Pattern.compile(
            "(?<![^\\s(\\[])[±+-](?=\\.?\\d)|\\d+(?: \\d+/\\d+)|\\.\\d+|[\\p{L}\\d]+(?:(?:[./·'’,]|--?)(?=[\\p{L}\\d])[\\p{L}\\d]+)*"
                    + "|°\\s?[CF]\\b|[%°Ω″<>≤≥=+]|[,;:()\\[\\].!?•–]");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:[.,]\\d+)*|\\.\\d+)(?:[ -]?\\d*/\\d+)?");
    private static final Pattern RANGE = Pattern.compile("(\\d++(?:[.,]\\d++)*+)-(\\d++(?:[.,]\\d++)*+)");
    private static final Pattern NUMBER_AND_WORD =
            Pattern.compile("((?:\\d++(?:[.,]\\d++)*+|\\.\\d++)(?:-?\\d*+/\\d++)?)-?(\\p{L}[\\p{L}·./-]*)");
    private static final Pattern PHRASE_OF_TO = Pattern.compile("to|and|or|through|by|-|–", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> COUNTS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("twenty", "20"),
            Map.entry("hundred", "100"),
            Map.entry("half", "1/2"),
            Map.entry("twice", "twice"),
            Map.entry("quarter", "1/4"));
    /** Words that are one token together, longest first where one begins another. */
    private static final List<String> PHRASES = List.of(
            "at least",
            "not less than",
            "no less than",
            "at most",
            "not more than",
            "no more than",
            "up to",
            "not to exceed",
            "not exceed",
            "more than",
            "greater than",
            "in excess of",
            "less than",
            "fewer than",
            "prior to",
            "make sure",
            "not only",
            "have to",
            "has to",
            "needs to",
            "need to",
            "is to be",
            "are to be",
            "instead of",
            "rather than",
            "in case",
            "as long as",
            "provided that",
            "except for",
            "other than",
            "out of");
    /** Beginnings that belong to their word, hyphen or none: "un-locked", "non-return". */
    private static final Set<String> PREFIXES =
            Set.of("non", "un", "re", "de", "pre", "post", "anti", "counter", "dis", "over", "self");

    private final List<Token> tokens = new ArrayList<>();

    private int part;

    private Wording() {}

    static Wording of(List<String> texts) {
        var wording = new Wording();
        int sentence = 0;
        for (String text : texts) {
            if (!wording.tokens.isEmpty()) wording.tokens.add(new Token("", "", Kind.BREAK, sentence++, 0, true));
            for (String one : Sentences.of(ClaimText.of(text))) wording.read(one, sentence++);
        }
        return wording;
    }

    int size() {
        return tokens.size();
    }

    Token at(int place) {
        return tokens.get(place);
    }

    /** How many tokens name something. */
    long names() {
        return tokens.stream().filter(token -> token.kind().names()).count();
    }

    /** Places of the tokens that follow in the same sentence and name something, nearest first, at most so many. */
    List<Integer> after(int place, int most) {
        var named = new ArrayList<Integer>();
        for (int i = place + 1; i < size() && at(i).sentence() == at(place).sentence() && named.size() < most; i++)
            if (at(i).kind().names()) named.add(i);
        return named;
    }

    /** The same for those that come before. */
    List<Integer> before(int place, int most) {
        var named = new ArrayList<Integer>();
        for (int i = place - 1; i >= 0 && at(i).sentence() == at(place).sentence() && named.size() < most; i--)
            if (at(i).kind().names()) named.add(i);
        return named;
    }

    /** The text between two places, ends included. */
    String text(int from, int to) {
        var text = new StringBuilder();
        for (int i = Math.max(0, from); i <= to && i < size(); i++)
            text.append(text.isEmpty() ? "" : " ").append(at(i).text());
        return text.toString();
    }

    private void read(String sentence, int number) {
        List<String> pieces = pieces(sentence);
        boolean opens = true;
        for (int i = 0; i < pieces.size(); ) {
            String piece = pieces.get(i);
            if (piece.length() == 1 && ",;:()[].!?•–".contains(piece)) {
                if (!piece.equals(",") && !piece.equals(".")) part++;
                opens |= !piece.equals("(") && !piece.equals(")");
                i++;
                continue;
            }
            int used = value(pieces, i, number, opens);
            if (used == 0) used = phrase(pieces, i, number, opens);
            if (used == 0) used = word(pieces, i, number, opens);
            boolean filler = !tokens.isEmpty() && tokens.getLast().kind() == Kind.ORDER;
            opens = opens && filler;
            i += used;
        }
    }

    private static List<String> pieces(String sentence) {
        var pieces = new ArrayList<String>();
        Matcher matcher = PIECE.matcher(sentence.replace('\u2044', '/').replace('\u2019', '\''));
        while (matcher.find()) {
            String piece = matcher.group();
            boolean digits = piece.chars().anyMatch(Character::isDigit);
            if (digits || piece.length() == 1 || !piece.matches(".*[-/'].*")) pieces.add(piece);
            else split(piece, pieces);
        }
        return pieces;
    }

    private static void split(String piece, List<String> pieces) {
        String plain = piece.replaceAll("(?i)n't$", " not")
                .replaceAll("(?i)\\bca(?= not$)", "can")
                .replaceAll("(?i)'(?:s|re|ve|ll|d)?(?=$|[-/])", "");
        if (plain.equalsIgnoreCase("wo not")) plain = "will not";
        String[] words = plain.split("[-/ ']+");
        for (int i = 0; i < words.length; i++) {
            if (words[i].isEmpty()) continue;
            if (i + 1 < words.length && PREFIXES.contains(words[i].toLowerCase(Locale.ROOT)))
                words[i + 1] = words[i] + words[i + 1].toLowerCase(Locale.ROOT);
            else pieces.add(words[i]);
        }
    }

    /** Reads a value, range or identifier; returns how many pieces it took, 0 where there is none. */
    private int value(List<String> pieces, int i, int sentence, boolean opens) {
        String piece = pieces.get(i);
        String sign = "";
        int used = 1;
        if (piece.matches("[±+-]") && i + 1 < pieces.size()) {
            sign = piece.equals("+") ? "" : piece;
            piece = pieces.get(i + 1);
            used = 2;
        }
        String counted = COUNTS.get(piece.toLowerCase(Locale.ROOT));
        if (counted != null) piece = counted;
        if (!piece.chars().anyMatch(Character::isDigit) && counted == null) return 0;
        List<String> rest = pieces.subList(i + used, Math.min(pieces.size(), i + used + 4));
        Optional<Units.Unit> unit = Units.opening(rest);
        Matcher range = RANGE.matcher(piece);
        Matcher joined = NUMBER_AND_WORD.matcher(piece);
        if (NUMBER.matcher(piece).matches() || counted != null) {
            unit = unit.filter(u -> !ambiguous(u, rest));
            String name = unit.map(Units.Unit::name).orElseGet(() -> ahead(rest));
            used += unit.map(Units.Unit::words).orElse(0);
            add(pieces, i, used, sign + number(piece) + "|" + name, Kind.VALUE, sentence, opens);
        } else if (range.matches() && unit.isPresent()) {
            used += unit.get().words();
            add(pieces, i, used, number(range.group(1)) + "|" + unit.get().name(), Kind.VALUE, sentence, opens);
            add(pieces, i, used, number(range.group(2)) + "|" + unit.get().name(), Kind.VALUE, sentence, false);
        } else if (joined.matches() && Units.opening(List.of(joined.group(2))).isPresent()) {
            String name = Units.opening(List.of(joined.group(2))).get().name();
            add(pieces, i, used, sign + number(joined.group(1)) + "|" + name, Kind.VALUE, sentence, opens);
        } else if (joined.matches() && piece.contains("-") && saidInWords(joined.group(2), pieces)) {
            add(pieces, i, used, sign + number(joined.group(1)) + "|", Kind.VALUE, sentence, opens);
            for (String word : joined.group(2).split("-")) plain(word, sentence, false);
        } else {
            add(pieces, i, used, piece.toLowerCase(Locale.ROOT), Kind.IDENTIFIER, sentence, opens);
        }
        return used;
    }

    /** Whether what follows a number and its hyphen is a word ("14-lobe"), not the letters of a part number. */
    private static boolean saidInWords(String letters, List<String> pieces) {
        if (letters.equals(letters.toLowerCase(Locale.ROOT))) return letters.length() > 2;
        // Where all is in capitals they tell nothing; part numbers seldom have four letters in a row.
        return letters.length() > 3 && pieces.stream().noneMatch(p -> p.chars().anyMatch(Character::isLowerCase));
    }

    /** "in" after a number is an inch only where no noun follows: "2 in the engine" is none. */
    private static boolean ambiguous(Units.Unit unit, List<String> rest) {
        if (unit.words() != 1) return false;
        String written = rest.getFirst();
        if (written.equals("in"))
            return rest.size() > 1
                    && rest.get(1)
                            .matches(
                                    "(?i)the|a|an|this|each|one|which|all|order|figure|series|parallel|its|use|\\p{Lu}\\p{L}+");
        return written.equals("a")
                && rest.size() > 1
                && Character.isLetter(rest.get(1).charAt(0));
    }

    /** The unit of a range's upper end, which holds for both: "25 to 30 psi". */
    private static String ahead(List<String> rest) {
        if (rest.size() < 2 || !PHRASE_OF_TO.matcher(rest.getFirst()).matches()) return "";
        String upper = rest.get(1);
        Matcher joined = NUMBER_AND_WORD.matcher(upper);
        if (joined.matches())
            return Units.opening(List.of(joined.group(2))).map(Units.Unit::name).orElse("");
        if (!NUMBER.matcher(upper).matches() && !COUNTS.containsKey(upper)) return "";
        return Units.opening(rest.subList(2, rest.size())).map(Units.Unit::name).orElse("");
    }

    private static String number(String written) {
        return written.startsWith(".") ? "0" + written : written.replace(' ', '-');
    }

    private int phrase(List<String> pieces, int i, int sentence, boolean opens) {
        for (String phrase : PHRASES) {
            String[] words = phrase.split(" ");
            if (i + words.length > pieces.size()) continue;
            boolean there = true;
            for (int k = 0; k < words.length; k++) there &= pieces.get(i + k).equalsIgnoreCase(words[k]);
            if (!there) continue;
            String run = phrase.equals("not only") ? "not-only" : phrase.replace(" ", "");
            add(pieces, i, words.length, Lexicon.key(run), Lexicon.kind(run), sentence, opens);
            return words.length;
        }
        return 0;
    }

    private int word(List<String> pieces, int i, int sentence, boolean opens) {
        String piece = pieces.get(i);
        String word = piece.toLowerCase(Locale.ROOT);
        boolean numbered = i + 2 < pieces.size()
                && pieces.get(i + 1).equals(".")
                && Character.isDigit(pieces.get(i + 2).charAt(0));
        if (word.equals("no") && numbered) return 2;
        if (word.equals("cannot")) {
            plain("can", sentence, opens);
            plain("not", sentence, false);
            return 1;
        }
        plain(piece, sentence, opens);
        return 1;
    }

    private void plain(String piece, int sentence, boolean opens) {
        String word = piece.toLowerCase(Locale.ROOT);
        if (word.equals("a") || word.equals("an") || word.equals("the")) return;
        tokens.add(new Token(piece, Lexicon.key(word), Lexicon.kind(word), sentence, part, opens));
    }

    private void add(List<String> pieces, int i, int used, String key, Kind kind, int sentence, boolean opens) {
        tokens.add(new Token(String.join(" ", pieces.subList(i, i + used)), key, kind, sentence, part, opens));
    }
}
