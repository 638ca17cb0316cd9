package flightline.ingest;

import flightline.ingest.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a long text into pieces of about even length, at ends of sentences where there are any. */
final class SentenceCuts {
    /** Words of a piece that is aimed at; long enough to answer a question, short enough to be quoted. */
    private static final int AIM = 180;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "fig", "figs", "no", "nos", "approx", "e.g", "i.e", "ref", "refs", "max", "min", "vs", "dia", "para", "sec",
            "ch", "vol", "inc", "co", "in", "ft", "lb", "lbs", "oz", "gal", "hr", "hrs", "temp", "press");

    private static final String CLOSING = "\"”’')]";
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final Pattern LABEL = Pattern.compile("[a-z]|[\\d.]+");

    private SentenceCuts() {}

    /** A piece's range in the source text, without white space at its ends. */
    record Piece(int start, int end) {}

    /** The pieces of {@code source} between two offsets: one where it has at most {@code longest} words. */
    static List<Piece> cut(String source, int start, int end, int longest) {
        var words = Words.of(source, start, end);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (words.size() - from > longest) {
            int left = words.size() - from;
            int aim = left / Math.ceilDiv(left, AIM);
            int to = bestCut(source, words, from, aim);
            pieces.add(piece(words, from, to));
            from = to;
        }
        if (from < words.size()) pieces.add(piece(words, from, words.size()));
        return pieces;
    }

    private static Piece piece(List<Word> words, int from, int to) {
        return new Piece(words.get(from).start(), words.get(to - 1).end());
    }

    /** Index of the first word after the cut: the end of a sentence next to the aim, else of a line, else the aim. */
    private static int bestCut(String source, List<Word> words, int from, int aim) {
        int best = -1;
        int line = -1;
        int middle = from + aim;
        for (int i = from + aim * 6 / 10; i <= Math.min(from + aim * 12 / 10, words.size() - 1); i++) {
            if (endsSentence(source, words, i - 1) && nearer(i, best, middle)) best = i;
            if (gap(source, words, i - 1).contains("\n") && nearer(i, line, middle)) line = i;
        }
        if (best >= 0) return best;
        return line >= 0 ? line : middle;
    }

    private static boolean nearer(int candidate, int best, int middle) {
        return best < 0 || Math.abs(candidate - middle) < Math.abs(best - middle);
    }

    private static boolean endsSentence(String source, List<Word> words, int index) {
        Word word = words.get(index);
        int next = words.get(index + 1).start();
        if (next - word.end() > 1
                && BLANK_LINE.matcher(source.substring(word.end(), next)).find()) return true;
        int end = word.end();
        while (end > word.start() && CLOSING.indexOf(source.charAt(end - 1)) >= 0) end--;
        if (end == word.start() || ".!?".indexOf(source.charAt(end - 1)) < 0) return false;
        String stem = source.substring(word.start(), end - 1).toLowerCase(Locale.ROOT);
        while (stem.startsWith("(") || stem.startsWith("[")) stem = stem.substring(1);
        // A lone letter or number before a full stop is an initial or a list's label.
        if (ABBREVIATIONS.contains(stem) || LABEL.matcher(stem).matches()) return false;
        return !Character.isLowerCase(source.charAt(next));
    }

    private static String gap(String source, List<Word> words, int index) {
        return source.substring(words.get(index).end(), words.get(index + 1).start());
    }
}
