package flightline.diagnosis.claim;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text into sentences, each a piece of it letter for letter. */
public final class Sentences {
    /** Endings after which a sentence goes on: "Fig. 4", "No. 2 pump", "approx. 3 mm". */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:\\b(?:fig|figs|no|nos|nr|ref|approx|max|min|para|sect|chap|vol|rev|e\\.g|i\\.e|etc|vs|temp|press|qty|eq|ft|in|lb|deg)\\.\\s*)$",
            Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length()
                    && GOES_ON.matcher(text.substring(start, end)).find()) continue;
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) sentences.add(sentence);
            start = end;
        }
        return sentences;
    }
}
