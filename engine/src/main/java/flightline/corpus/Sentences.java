package flightline.corpus;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into sentences, each a piece of it letter for letter. */
public final class Sentences {
    /** Endings after which a sentence goes on: "Fig. 4", "No. 2 pump", "approx. 3 mm". */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:\\b(?:fig|figs|no|nos|nr|ref|approx|max|min|para|sect|chap|vol|rev|e\\.g|i\\.e|etc|vs|temp|press|qty|eq|ft|in|lb|deg)\\.\\s*)$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_ENDING = 7;

    /** The number of what follows, at the end of what goes before: "in three ways: 1.", "the valve; and 3.". */
    private static final Pattern NUMBER_OF_NEXT =
            Pattern.compile("(?:[:;.]|[;,]\\s(?:and|or))\\s+(\\(?(?:\\d{1,2}|[a-z])[.)])\\s*$");

    private static final Pattern NUMBER_ALONE = Pattern.compile("\\(?(?:\\d{1,2}|[a-z])[.)]");
    /** Characters of the longest such number with what stands before it. */
    private static final int LONGEST_NUMBER = 16;

    private Sentences() {}

    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = text.substring(start, end);
            String sentence = piece.strip();
            if (end < text.length() && sentence.endsWith(".") && goesOn(piece)) continue;
            if (end < text.length() && NUMBER_ALONE.matcher(sentence).matches()) continue;
            int next = end < text.length() ? numberOfNext(piece) : piece.length();
            sentence = piece.substring(0, next).strip();
            if (!sentence.isEmpty()) sentences.add(sentence);
            start += next;
        }
        return sentences;
    }

    /** Where the number of the next item begins in this one, or the end. */
    private static int numberOfNext(String piece) {
        Matcher number = NUMBER_OF_NEXT.matcher(piece);
        number.region(Math.max(0, piece.stripTrailing().length() - LONGEST_NUMBER), piece.length());
        if (!number.find()) return piece.length();
        String before = piece.substring(0, number.start(1));
        return goesOn(before) ? piece.length() : number.start(1);
    }

    /** Looked for at the end only, for the piece may be long. */
    private static boolean goesOn(String piece) {
        int from = Math.max(0, piece.stripTrailing().length() - LONGEST_ENDING);
        return GOES_ON.matcher(piece)
                .region(from, piece.length())
                .useTransparentBounds(true)
                .find();
    }
}
