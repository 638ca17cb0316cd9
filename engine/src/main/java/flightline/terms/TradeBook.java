package flightline.terms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the trade knows of each system before any record is read: which parts fail there, and in which words cockpit, cabin
 * and hangar complain of them. Our own writing, see the files under {@code trade}.
 *
 * <p>Immutable and safe to share.
 */
public final class TradeBook {
    private static final List<String> FILES = List.of("05-24", "25-31", "32-49", "50-67", "71-92");
    private static final Pattern CODE = Pattern.compile("\\d{4}");

    private final Map<String, Page> pages;

    private TradeBook(Map<String, Page> pages) {
        this.pages = Collections.unmodifiableMap(pages);
    }

    /**
     * One system.
     *
     * @param parts that fail in it, under all their names, lower case
     * @param complaints of it, lower case, abbreviations mostly written out
     */
    public record Page(List<String> parts, List<String> complaints) {
        public Page {
            parts = List.copyOf(parts);
            complaints = List.copyOf(complaints);
        }

        /** Names of parts and complaints, each a text of its own. */
        public Stream<String> texts() {
            return Stream.concat(parts.stream(), complaints.stream());
        }
    }

    /** The book that ships with this package. */
    public static TradeBook standard() {
        return Standard.BOOK;
    }

    /** Read when it is first asked for, and once. */
    private static final class Standard {
        static final TradeBook BOOK = of(FILES.stream()
                .flatMap(file -> WordList.lines("trade/" + file + ".txt").stream())
                .toList());
    }

    /**
     * A book from lines: a code of four digits alone begins a page; a line of parts begins with {@code *}, the names parted
     * by commas; every other line is complaints parted by semicolons.
     *
     * @throws IllegalArgumentException with the line, where one stands before the first code, or gives a code that was given
     *     before
     */
    public static TradeBook of(List<String> lines) {
        var book = new LinkedHashMap<String, Open>();
        Open page = null;
        for (String line : lines) {
            if (CODE.matcher(line).matches()) {
                page = new Open();
                if (book.put(line, page) != null)
                    throw new IllegalArgumentException("code given twice: '" + line + "'");
            } else if (page == null) throw new IllegalArgumentException("no code before '" + line + "'");
            else if (line.startsWith("*")) page.parts.addAll(cells(line.substring(1), ","));
            else page.complaints.addAll(cells(line, ";"));
        }
        var pages = new LinkedHashMap<String, Page>();
        book.forEach((code, open) -> pages.put(code, new Page(open.parts, open.complaints)));
        return new TradeBook(pages);
    }

    private static final class Open {
        private final List<String> parts = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
    }

    private static List<String> cells(String line, String by) {
        return Stream.of(line.split(by))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Codes of four digits that have a page. */
    public Set<String> codes() {
        return pages.keySet();
    }

    /** What is known of exactly this code; nothing where it has no page. */
    public Page page(String code) {
        return pages.getOrDefault(code, new Page(List.of(), List.of()));
    }
}
