package flightline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item of a minimum equipment list, as a row of its table tells it.
 *
 * @param number as printed, for example {@code 32-41-01}; with the system's number before it where the list counts anew in
 *     each system: {@code 24-3} for {@code 3.} below {@code 24 Electrical power}
 * @param category {@code A} to {@code D}; tells the repair interval
 * @param installed as printed, as it may be {@code 4/5} by variant
 * @param required for dispatch, as printed
 * @param remarks conditions for dispatch, as they stand in the cell
 */
record MelItem(String number, String title, String category, String installed, String required, String remarks) {
    private static final Pattern NUMBER = Pattern.compile("\\d{2}-\\d{2}(?:-\\d{2})?(?:-\\d{1,2})?[A-Z]?");
    /** As older lists count the items of one system. */
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,2}[A-Z]?)\\.(?=\\s|$)");

    private static final Pattern CATEGORY = Pattern.compile("[A-D]");
    private static final Pattern PROVISO = Pattern.compile("(?<![\\w(])\\(?([a-h])\\)\\s+");

    /**
     * The item in a row, absent where the columns are none of such a table or the row is no item.
     *
     * @param chapter number of the system that the row stands below, two digits; empty where none is told
     */
    static Optional<MelItem> of(List<String> header, List<String> cells, String chapter) {
        int number = column(header, "item|sequence.*|system.*");
        int category = column(header, "(?:1\\.\\s*)?(?:repair )?(?:cat\\.?.*|category.*)|repair.*|1\\.?");
        int installed = column(header, ".*installed.*");
        int required = column(header, ".*required.*|.*for dispatch.*");
        int remarks = column(header, ".*remarks.*|.*exceptions.*|.*conditions.*");
        int title = column(header, "title|description|equipment.*|name");
        if (number < 0 || category < 0 || installed < 0 || required < 0) return Optional.empty();
        String printed = cell(cells, number);
        Matcher own = NUMBER.matcher(printed);
        Matcher counted = COUNTED.matcher(printed);
        boolean whole = own.lookingAt();
        boolean inChapter = !whole && !chapter.isEmpty() && counted.lookingAt();
        if (!whole && !inChapter) return Optional.empty();
        if (!CATEGORY.matcher(cell(cells, category)).matches()) return Optional.empty();
        String name = title >= 0
                ? cell(cells, title)
                : printed.substring((whole ? own : counted).end()).strip();
        return Optional.of(new MelItem(
                whole ? own.group() : chapter + "-" + counted.group(1),
                name,
                cell(cells, category),
                cell(cells, installed),
                cell(cells, required),
                remarks >= 0 ? cell(cells, remarks) : ""));
    }

    /** Whether the columns are those of a table of procedures for items: the number, then what to do. */
    static boolean procedures(List<String> header) {
        return header.size() >= 2
                && column(header.subList(0, 1), "item.*|sequence.*") == 0
                && column(header, ".*procedures?.*") > 0
                && column(header, "cat\\.?.*|category.*") < 0;
    }

    /** The item's number at the head of a row, absent where there is none. */
    static Optional<String> numberOf(List<String> cells) {
        Matcher number = NUMBER.matcher(cell(cells, 0));
        return number.lookingAt() ? Optional.of(number.group()) : Optional.empty();
    }

    /** Whether the crew has a procedure to follow. */
    boolean operational() {
        return remarks.contains("(O)");
    }

    /** Whether maintenance has a procedure to follow before dispatch. */
    boolean maintenance() {
        return remarks.contains("(M)");
    }

    /** Letters of the provisos a), b), in their order; empty where the remarks are not divided. */
    List<String> provisos() {
        var letters = new ArrayList<String>();
        for (Matcher m = PROVISO.matcher(remarks); m.find(); ) letters.add(m.group(1));
        return letters;
    }

    /**
     * In one line, for comparing and for finding.
     *
     * @param interval within which it must be repaired, in the list's words; empty where it does not tell
     */
    String line(String interval) {
        return number + " category " + category + (interval.isEmpty() ? "" : ", repair interval " + interval)
                + ", " + installed + " installed, " + required + " required for dispatch"
                + (operational() ? ", operations procedure (O)" : "")
                + (maintenance() ? ", maintenance procedure (M)" : "")
                + (remarks.toLowerCase(Locale.ROOT).contains("placard") ? ", placard" : "");
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? DocumentIdentity.oneLine(cells.get(column)) : "";
    }

    private static int column(List<String> header, String words) {
        for (int c = 0; c < header.size(); c++)
            if (DocumentIdentity.oneLine(header.get(c)).toLowerCase(Locale.ROOT).matches(words)) return c;
        return -1;
    }
}
