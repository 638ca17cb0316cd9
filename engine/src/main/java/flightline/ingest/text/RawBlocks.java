package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The raw HTML blocks of a Markdown text, read as a page is. In the text their words stand in place of their tags; what
 * lies behind them is moved by so much.
 */
final class RawBlocks {
    private static final Pattern TABLE = Pattern.compile("(?i)<(/?)table\\b");

    private final IdentityHashMap<Node, Read> read = new IdentityHashMap<>();
    private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Read> inOrder = new ArrayList<>();
    private final Set<String> unended = new HashSet<>();
    private final String text;
    private boolean unclosed;

    /**
     * A block with words.
     *
     * @param from where it begins in the file's text, and {@code to} where it ends
     * @param at where its words begin
     */
    private record Read(int from, int to, int at, HtmlBlocks page) {
        int end() {
            return at + page.sourceText().length();
        }
    }

    private RawBlocks(Node tree, String original) {
        var moved = new StringBuilder();
        int[] done = {0};
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                List<SourceSpan> spans = spans(block);
                if (spans.isEmpty() || spans.getFirst().getInputIndex() < done[0]) return;
                var page = new HtmlBlocks();
                page.read(Jsoup.parse(html(spans, original)).body());
                if (page.blocks().isEmpty()) return;
                int from = spans.getFirst().getInputIndex();
                int to = spans.getLast().getInputIndex() + spans.getLast().getLength();
                moved.append(original, done[0], from);
                var one = new Read(from, to, moved.length(), page);
                moved.append(page.sourceText());
                done[0] = to;
                read.put(block, one);
                inOrder.add(one);
            }
        });
        text = moved.append(original.substring(done[0])).toString();
    }

    /** @param original the text whose tree it is */
    static RawBlocks of(Node tree, String original) {
        return new RawBlocks(tree, original);
    }

    /** The text with the words of its raw blocks. */
    String text() {
        return text;
    }

    /** Where an offset of the file's text lies in {@link #text}. */
    int at(int offset) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (inOrder.get(middle).from() <= offset) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return offset;
        Read before = inOrder.get(low - 1);
        return offset >= before.to() ? before.end() + offset - before.to() : before.at();
    }

    /** @param before index of the step that they stand inside of, for warnings; -1 for none */
    void write(HtmlBlock block, TextBlocks out, int before) {
        Read one = read.get(block);
        if (one == null) return;
        one.page().writeTo(out, one.at(), before);
    }

    /** The kind of safety text whose opening tag alone a raw block is, Markdown following up to the closing one. */
    Optional<SafetyKind> kind(Node node) {
        if (!(node instanceof HtmlBlock block) || read.containsKey(node)) return Optional.empty();
        return opened(block).flatMap(HtmlBlocks::ofClass);
    }

    /** The raw block that closes what this one opens, where that is a safety text. */
    Optional<Node> wrapped(HtmlBlock block) {
        if (kind(block).isEmpty()) return Optional.empty();
        String closing = "</" + opened(block).orElseThrow().normalName();
        if (unended.contains(closing)) return Optional.empty();
        for (Node next = block.getNext(); next != null; next = next.getNext())
            if (next instanceof HtmlBlock end
                    && end.getLiteral().strip().toLowerCase(Locale.ROOT).startsWith(closing)) return Optional.of(next);
        unended.add(closing);
        return Optional.empty();
    }

    private static Optional<Element> opened(HtmlBlock block) {
        String tags = block.getLiteral();
        return tags.contains("</")
                ? Optional.empty()
                : Optional.ofNullable(Jsoup.parse(tags).body().firstElementChild());
    }

    /** Lines of the block, and where a blank line within a table ended it, of all that follows up to the table's end. */
    private List<SourceSpan> spans(HtmlBlock block) {
        var spans = new ArrayList<>(block.getSourceSpans());
        int open = unclosed ? 0 : openTables(block);
        boolean opens = open > 0;
        List<Node> more = new ArrayList<>();
        for (Node next = block.getNext(); open > 0 && next != null; next = next.getNext()) {
            more.add(next);
            if (next instanceof HtmlBlock html) open += openTables(html);
            if (open <= 0) {
                more.forEach(node -> spans.addAll(node.getSourceSpans()));
                within.addAll(more);
            }
        }
        // Looked for once: a page may open any number.
        unclosed |= opens && open > 0;
        return spans;
    }

    private static int openTables(HtmlBlock block) {
        return openTables(block.getLiteral());
    }

    /** How many more tables a piece of HTML opens than it closes. */
    static int openTables(String html) {
        Matcher tag = TABLE.matcher(html);
        int open = 0;
        while (tag.find()) open += tag.group(1).isEmpty() ? 1 : -1;
        return open;
    }

    /** Whether it is part of a raw block before it. */
    boolean holds(Node node) {
        return within.contains(node);
    }

    /** Without what a quotation or a list puts before its lines. */
    private static String html(List<SourceSpan> spans, String original) {
        return spans.stream()
                .map(s -> original.substring(s.getInputIndex(), s.getInputIndex() + s.getLength()))
                .collect(Collectors.joining("\n"));
    }
}
