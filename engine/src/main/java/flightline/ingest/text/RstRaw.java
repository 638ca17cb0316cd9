package flightline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/**
 * What a reStructuredText hands to the page as it is, under {@code .. raw:: html}, read as a page is. In the text its words stand
 * in its place. A table that several of these make together, with text of the format in its cells, is one table.
 */
final class RstRaw {
    private static final Pattern DIRECTIVE = Pattern.compile("\\.\\.\\s+raw::\\s*html\\b.*");
    private static final Pattern BULLET = Pattern.compile("[-*+•]\\s+(.*)");

    private final List<Page> pages = new ArrayList<>();
    private final String text;

    /** One such page, and where its words stand in the text. */
    private record Page(TextLines.Inset at, HtmlBlocks blocks) {}

    /** Lines of a directive, {@code to} exclusive and behind its last that is not blank. */
    private record Raw(int from, int to) {}

    private RstRaw(String original) {
        TextLines lines = TextLines.of(original);
        List<Raw> all = directives(lines);
        var moved = new StringBuilder();
        int done = 0;
        boolean unclosed = false;
        for (int i = 0; i < all.size(); i++) {
            Raw first = all.get(i);
            int last = unclosed ? -1 : endOfTables(lines, all, i);
            // Looked for once: a text may open any number.
            unclosed |= last < 0;
            var blocks = new HtmlBlocks();
            blocks.read(Jsoup.parse(html(lines, all.subList(i, Math.max(i, last) + 1)))
                    .body());
            i = Math.max(i, last);
            if (blocks.blocks().isEmpty()) continue;
            moved.append(original, done, lines.content(first.from()));
            int at = moved.length();
            moved.append(blocks.sourceText());
            pages.add(new Page(new TextLines.Inset(at, moved.length(), lines.indent(first.from())), blocks));
            done = lines.end(all.get(i).to() - 1);
        }
        text = moved.append(original.substring(done)).toString();
    }

    static RstRaw of(String original) {
        return new RstRaw(original);
    }

    /** The text with the words of its pages. */
    String text() {
        return text;
    }

    /** Its lines; those of a page are indented as its directive was. */
    TextLines lines() {
        return TextLines.of(text, pages.stream().map(Page::at).toList());
    }

    /**
     * Writes the page whose words begin on a line.
     *
     * @param before index of the step that it stands inside of, for warnings; -1 for none
     * @return the line after it; empty where none begins there
     */
    OptionalInt write(TextLines lines, int line, TextBlocks out, int before) {
        int found = page(lines.end(line));
        if (found < 0 || pages.get(found).at().start() < lines.start(line)) return OptionalInt.empty();
        Page page = pages.get(found);
        page.blocks().writeTo(out, page.at().start(), before);
        int after = line + 1;
        while (after < lines.count() && lines.start(after) < page.at().end()) after++;
        return OptionalInt.of(after);
    }

    /** Index of the last page that begins before an offset; -1 where none does. */
    private int page(int offset) {
        int low = 0;
        int high = pages.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (pages.get(middle).at().start() < offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private static List<Raw> directives(TextLines lines) {
        var all = new ArrayList<Raw>();
        int line = 0;
        while (line < lines.count()) {
            int next = line + 1;
            if (DIRECTIVE.matcher(lines.stripped(line)).matches()) {
                next = lines.afterIndented(line + 1, lines.count(), lines.indent(line));
                int to = next;
                while (to > line + 1 && lines.blank(to - 1)) to--;
                all.add(new Raw(line, to));
            }
            line = next;
        }
        return all;
    }

    /** Index of the directive that ends the tables which this one leaves open; -1 where none does. */
    private static int endOfTables(TextLines lines, List<Raw> all, int first) {
        int open = 0;
        for (int i = first; i < all.size(); i++) {
            for (int line = all.get(i).from() + 1; line < all.get(i).to(); line++)
                open += RawBlocks.openTables(lines.text(line));
            if (open <= 0) return i;
        }
        return -1;
    }

    /** The directives' own lines, and as lists and words what stands between them. */
    private static String html(TextLines lines, List<Raw> directives) {
        var html = new StringBuilder();
        int between = directives.getFirst().from();
        for (Raw raw : directives) {
            words(lines, between, raw.from(), html);
            for (int line = raw.from() + 1; line < raw.to(); line++)
                html.append(lines.text(line)).append('\n');
            between = raw.to();
        }
        return html.toString();
    }

    private static void words(TextLines lines, int from, int to, StringBuilder html) {
        boolean listed = false;
        for (int line = from; line < to; line++) {
            String text = lines.stripped(line);
            Matcher bullet = BULLET.matcher(text);
            boolean item = bullet.matches();
            boolean ends = listed && !item && !text.isEmpty() && lines.indent(line) == 0;
            if (item && !listed) html.append("<ul>");
            if (ends) html.append("</ul>");
            listed = item || (listed && !ends);
            if (item) html.append("<li>");
            html.append(Entities.escape(RstInline.words(item ? bullet.group(1) : text)))
                    .append('\n');
        }
        if (listed) html.append("</ul>");
    }
}
