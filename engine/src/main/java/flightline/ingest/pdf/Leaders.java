package flightline.ingest.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dots that lead the eye from an entry of a contents page to its page number. */
final class Leaders {
    private static final String RUN = "(?:\\.{4,}+|(?:\\s?\\.){5,}+|…{2,}+";
    private static final Pattern LEADER = Pattern.compile(RUN + ")");
    private static final Pattern DOTS = Pattern.compile("(?:(?<!\\s)\\s++)?+" + RUN + "|_{6,}+)\\s*+");
    /** What may stand behind the dots: a page's number, or a chapter's before it. */
    private static final Pattern PAGE = Pattern.compile("\\s*+[\\w., –-]{0,20}");

    private Leaders() {}

    static boolean in(String line) {
        int end = -1;
        for (Matcher m = LEADER.matcher(line); m.find(); ) end = m.end();
        return end >= 0 && PAGE.matcher(line).region(end, line.length()).matches();
    }

    static String without(String line) {
        return DOTS.matcher(line).replaceAll(" ").strip();
    }
}
