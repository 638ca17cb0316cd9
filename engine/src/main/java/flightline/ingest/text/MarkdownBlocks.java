package flightline.ingest.text;

import flightline.ingest.text.TextBlocks.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns a Markdown tree into blocks, each a range of the file's text. */
final class MarkdownBlocks {
    private static final Pattern OPENING_MARKS = Pattern.compile("\\s*+#{1,6}[ \\t]*+");
    private static final Pattern NAMED = Pattern.compile("\\{#[\\w.-]++\\}");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)\\]\\(\\s*<?([^)\\s>]*)[^)]*\\)");
    private static final Pattern ONLY_IMAGES = Pattern.compile(
            "(?s)\\A\\s*(?:\\[?!\\[[^\\]]*\\](?:\\([^)]*\\)|\\[[^\\]]*\\])(?:\\]\\([^)]*\\))?[\\s|]*)+\\z");
    private static final Pattern FENCE =
            Pattern.compile("\\A\\s*(?:`{3,}|~{3,})[^\\n]*\\n|\\n[ \\t>]*(?:`{3,}|~{3,})\\s*\\z");
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?(?:-->|\\z)|<[^<>]*+>");
    private static final Pattern HINT_END = Pattern.compile("(?:\\n|\\A)[ \\t>]*:{3,}[ \\t]*\\z");
    private static final int HERE = -1;

    private final TextBlocks out;
    private final RawBlocks raw;

    /** @param out on the text that {@code raw} gives */
    MarkdownBlocks(TextBlocks out, RawBlocks raw) {
        this.out = out;
        this.raw = raw;
    }

    void read(Node document) {
        children(document, 0, HERE);
    }

    /**
     * Reads what stands in a container.
     *
     * @param depth of a list that begins in it
     * @param before where safety texts go that stand in it: before the step that contains them, or {@link #HERE}
     */
    private void children(Node parent, int depth, int before) {
        siblings(parent.getFirstChild(), depth, before);
    }

    private void siblings(@Nullable Node first, int depth, int before) {
        for (Node node = first; node != null; node = node.getNext()) {
            if (raw.holds(node)) continue;
            Optional<Node> end = node instanceof HtmlBlock html ? raw.wrapped(html) : Optional.empty();
            if (end.isPresent() && !end.get().equals(node.getNext())) node = wrapped(node, end.get(), before);
            else node(node, depth, before);
        }
    }

    /** Markdown between the raw tags of a warning; gives the closing one. */
    private Node wrapped(Node opening, Node closing, int before) {
        Node last = closing;
        for (Node node = opening.getNext(); node != null && !node.equals(closing); node = node.getNext()) last = node;
        Node first = opening.getNext();
        if (first != null)
            out.safety(
                    before == HERE ? out.mark() : before,
                    raw.kind(opening).orElseThrow(),
                    range(first).start(),
                    range(last).end());
        return closing;
    }

    private void node(Node node, int depth, int before) {
        Range range = range(node);
        switch (node) {
            case Heading heading -> heading(heading, range);
            case Paragraph p -> paragraph(range, before);
            case BulletList list -> list(list, depth, before);
            case OrderedList list -> list(list, depth, before);
            case HintBlock hint -> hint(hint, range, depth, before);
            case BlockQuote quote -> quote(quote, depth, before);
            case FencedCodeBlock code -> listing(range);
            case IndentedCodeBlock code -> out.listing(range.start(), range.end());
            case TableBlock table -> table(table, range);
            case HtmlBlock html -> raw.write(html, out, before);
            default -> children(node, depth, before);
        }
    }

    private void heading(Heading heading, Range range) {
        String text = out.text(range);
        Matcher marks = OPENING_MARKS.matcher(text);
        int start = range.start() + (marks.lookingAt() ? marks.end() : 0);
        int end = range.start() + Math.min(beforeClosingMarks(text), beforeUnderline(text));
        out.heading(heading.getLevel(), start, Math.max(start, end), words(heading));
    }

    /** Where the closing number signs begin, with a name in braces behind them and blanks around. */
    private static int beforeClosingMarks(String text) {
        int end = before(text, text.length(), Character::isWhitespace);
        int name = text.lastIndexOf("{#", end);
        if (name >= 0 && NAMED.matcher(text).region(name, end).matches()) end = name;
        end = before(text, end, MarkdownBlocks::isBlank);
        return before(text, before(text, end, c -> c == '#'), MarkdownBlocks::isBlank);
    }

    /** Where the line of equals signs or dashes below a heading begins, its line break included; the end where there is none. */
    private static int beforeUnderline(String text) {
        int end = before(text, text.length(), Character::isWhitespace);
        if (end == 0) return text.length();
        int mark = text.charAt(end - 1);
        int at = mark == '=' || mark == '-' ? before(text, end, c -> c == mark) : end;
        at = at < end ? before(text, at, MarkdownBlocks::isBlank) : 0;
        if (at == 0 || !isBreak(text.charAt(at - 1))) return text.length();
        return at >= 2 && text.startsWith("\r\n", at - 2) ? at - 2 : at - 1;
    }

    /** Goes back from a place as long as the characters before it are such. */
    private static int before(String text, int from, IntPredicate such) {
        int at = from;
        while (at > 0 && such.test(text.charAt(at - 1))) at--;
        return at;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private void paragraph(Range range, int before) {
        String text = out.text(range);
        if (ONLY_IMAGES.matcher(text).matches()) figures(range, text);
        else if (MARKUP.matcher(text).replaceAll("").isBlank()) return;
        else {
            int mark = out.mark();
            out.paragraph(range.start(), range.end());
            if (before != HERE) out.moveSafety(mark, before);
        }
    }

    private void figures(Range range, String text) {
        for (Matcher image = IMAGE.matcher(text); image.find(); )
            out.figure(image.group(2), range.start() + image.start(1), range.start() + image.end(1));
    }

    private void list(Node list, int depth, int before) {
        int mark = out.mark();
        boolean labelled = out.labelWaits();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext())
            if (item instanceof ListItem) item(list, item, depth);
        out.endList(depth);
        // The text of a label inside of a step belongs before that step.
        if (labelled && before != HERE) out.moveSafety(mark, before);
    }

    private void item(Node list, Node item, int depth) {
        int before = out.mark();
        Node next = item.getFirstChild();
        int start = HERE;
        int end = HERE;
        for (; next != null && isProse(next); next = next.getNext()) {
            if (start == HERE) start = range(next).start();
            end = range(next).end();
        }
        if (start != HERE) {
            String label = label(item, start);
            if (list instanceof OrderedList) out.step(label, depth, start, end);
            else out.item(label, depth, start, end);
        }
        siblings(next, depth + 1, before);
    }

    private boolean isProse(Node node) {
        return node instanceof Paragraph
                && !ONLY_IMAGES.matcher(out.text(range(node))).matches()
                && Admonition.labelOf(out.text(range(node))).isEmpty();
    }

    private String label(Node item, int textStart) {
        int start = range(item).start();
        return start < textStart ? out.source().substring(start, textStart).strip() : "";
    }

    private void hint(HintBlock hint, Range range, int depth, int before) {
        var kind = Admonition.kind(hint.word());
        if (kind.isEmpty()) {
            title(hint, range);
            children(hint, depth, before);
            return;
        }
        String opening = out.text(range).toLowerCase(Locale.ROOT);
        int word = opening.indexOf(hint.word());
        Node first = hint.getFirstChild();
        Node last = hint.getLastChild();
        boolean titled = hint.titled() && word >= 0;
        if (first == null && !titled) return;
        int behind = range.start() + word + hint.word().length();
        // Further words are classes; what a reader sees as the title stands in quotation marks.
        int quoted = hint.quotesTitle() ? out.text(range).indexOf('"') : -1;
        int start = titled
                ? (quoted >= 0 ? range.start() + quoted : behind)
                : range(first).start();
        int end = last == null ? range.end() : range(last).end();
        out.safety(before == HERE ? out.mark() : before, kind.get(), start, end);
    }

    /** What a part that a reader can unfold is called. Behind other words stand classes and languages. */
    private void title(HintBlock hint, Range range) {
        if (!hint.titled() || !(hint.quotesTitle() || hint.word().equals("details"))) return;
        String opening = out.text(range).lines().findFirst().orElse("");
        int quoted = hint.quotesTitle() ? opening.indexOf('"') + 1 : 0;
        int start = quoted > 0 ? quoted : opening.toLowerCase(Locale.ROOT).indexOf("details") + "details".length();
        int end = quoted > 0 ? opening.lastIndexOf('"') : opening.length();
        out.paragraph(range.start() + start, range.start() + Math.max(start, end));
    }

    private void quote(BlockQuote quote, int depth, int before) {
        Node first = quote.getFirstChild();
        Node last = quote.getLastChild();
        if (first == null || last == null) return;
        Range opening = range(first);
        var label =
                first instanceof Paragraph ? Admonition.labelOf(out.text(opening)) : Optional.<Admonition.Label>empty();
        if (label.isEmpty()) {
            children(quote, depth, before);
            return;
        }
        int start = opening.start() + label.get().after();
        // An alert's label stands on a line of its own; the next line begins with the quote's mark.
        while (start < range(last).end()
                && (out.source().charAt(start) == '>'
                        || Character.isWhitespace(out.source().charAt(start)))) start++;
        out.safety(
                before == HERE ? out.mark() : before,
                label.get().kind(),
                start,
                first.getNext() == null
                        ? opening.start() + label.get().end()
                        : range(last).end());
    }

    private void listing(Range range) {
        int start = range.start();
        int end = range.end();
        for (Matcher fence = FENCE.matcher(out.text(range)); fence.find(); ) {
            if (fence.start() == 0) start = range.start() + fence.end();
            else end = range.start() + fence.start();
        }
        out.listing(start, Math.max(start, end));
    }

    private void table(TableBlock table, Range range) {
        List<String> header = List.of();
        List<flightline.corpus.Block.Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext())
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (!(row instanceof TableRow)) continue;
                if (part instanceof TableHead) header = cells(row);
                else if (part instanceof TableBody)
                    rows.add(out.row(cells(row), range(row).start(), range(row).end()));
            }
        out.table("", header, rows, range.start(), range.end());
    }

    private List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext())
            if (cell instanceof TableCell) cells.add(words(cell));
        return cells;
    }

    /** The words without links' targets, emphasis and tags. */
    private static String words(Node node) {
        var words = new StringBuilder();
        collect(node, words);
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private static void collect(Node node, StringBuilder words) {
        switch (node) {
            case Text text -> words.append(text.getLiteral());
            case Code code -> words.append(code.getLiteral());
            case SoftLineBreak soft -> words.append(' ');
            case HardLineBreak hard -> words.append(' ');
            default -> {}
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) collect(child, words);
    }

    private Range range(Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) return new Range(0, 0);
        var last = spans.getLast();
        int start = raw.at(spans.getFirst().getInputIndex());
        int end = raw.at(last.getInputIndex() + last.getLength());
        // The line that closes a hint counts as the last line of the paragraph it closes.
        Matcher closing = HINT_END.matcher(out.source()).region(Math.max(start, raw.at(last.getInputIndex()) - 1), end);
        return new Range(start, closing.find() ? closing.start() : end);
    }
}
