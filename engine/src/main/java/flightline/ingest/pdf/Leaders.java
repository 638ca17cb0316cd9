package flightline.ingest.pdf;

import java.util.regex.Pattern;

/** Dots that lead the eye from an entry of a contents page to its page number. */
final class Leaders {
    private static final Pattern DOTS = Pattern.compile("\\s*(?:\\.{4,}|(?:\\s?\\.){5,}|…{2,}|_{6,})\\s*");
    private static final Pattern ENTRY = Pattern.compile(".*(?:\\.{4,}|(?:\\s?\\.){5,}|…{2,})\\s*[\\w., –-]{0,20}$");

    private Leaders() {}

    static boolean in(String line) {
        return ENTRY.matcher(line).matches();
    }

    static String without(String line) {
        return DOTS.matcher(line).replaceAll(" ").strip();
    }
}
