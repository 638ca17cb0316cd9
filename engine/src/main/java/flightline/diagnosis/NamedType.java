package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A make, type, part number or registration that a question names: letters with figures behind them, such as V2500, O-360
 * or MS20470AD4. A number with its unit is none, nor is one letter with one figure, as in N1.
 */
record NamedType(String written, Pattern there) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}.-])[\\p{L}]+-?\\d[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}])");
    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\d+");
    private static final int SHORTEST = 4;

    static List<NamedType> in(String question) {
        var named = new ArrayList<NamedType>();
        Matcher matcher = WRITTEN.matcher(question);
        while (matcher.find())
            if (bare(matcher.group()).length() >= SHORTEST)
                named.add(new NamedType(matcher.group(), there(matcher.group())));
        return named;
    }

    boolean standsIn(String text) {
        return there.matcher(text).find();
    }

    /** Whether a word of the question, cut to its stem, is part of this. */
    boolean has(String word) {
        return bare(written).contains(bare(word));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** With or without what joins letters and figures: O-360, O 360 and O360 are the same. */
    private static Pattern there(String written) {
        String runs = String.join(
                "[-/. ]?", RUN.matcher(written).results().map(r -> r.group()).toList());
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + runs + "(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
