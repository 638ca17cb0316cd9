package flightline.ingest.text;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns a page into blocks and writes their words into one source text. */
final class HtmlBlocks {
    /** Elements whose words are no text of the page. */
    static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "nav",
            "template",
            "noscript",
            "head",
            "footer",
            "form",
            "button",
            "iframe",
            "svg",
            "object",
            "audio",
            "video",
            "select");

    private static final Set<String> ADMONISHED =
            Set.of("div", "aside", "p", "section", "blockquote", "dl", "li", "span");
    private static final int HERE = -1;

    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Open> headings = new ArrayList<>();
    /** Words that stand in a container beside its blocks; they become a paragraph where the next block begins. */
    private final StringBuilder loose = new StringBuilder();

    private record Open(int level, String title) {}

    /** What of a page is read: its main part where it names one. */
    static Element root(Element page) {
        var main = page.select("main, [role=main]");
        return main.size() == 1 ? main.getFirst() : page;
    }

    void read(Element page) {
        children(root(page), 0, HERE);
        flush(HERE);
    }

    String sourceText() {
        return source.toString();
    }

    List<PlacedBlock> blocks() {
        return List.copyOf(blocks);
    }

    String firstTitle() {
        for (var placed : blocks) if (placed.block() instanceof Block.Heading h) return h.text();
        return "";
    }

    private void children(Element parent, int depth, int before) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) loose.append(text.getWholeText().replaceAll("\\s+", " "));
            else if (node instanceof Element element) element(element, depth, before);
        }
    }

    private void element(Element element, int depth, int before) {
        String tag = element.normalName();
        if (DROPPED.contains(tag) || "navigation".equals(element.attr("role")) || element.hasAttr("hidden")) return;
        if (tag.equals("br")) {
            loose.append('\n');
            return;
        }
        Optional<SafetyKind> kind = admonition(element, tag);
        if (kind.isEmpty() && !element.isBlock() && !holdsBlocks(element)) {
            if (tag.equals("img")) return;
            children(element, depth, before);
            return;
        }
        flush(before);
        if (kind.isPresent()) {
            safety(kind.get(), withoutTitle(element), before);
            return;
        }
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(tag.charAt(1) - '0', words(element));
            case "ul", "ol", "menu" -> list(element, depth);
            case "table" -> table(element);
            case "figure" -> figure(element);
            case "pre" -> write(element.wholeText().strip(), before);
            default -> {
                children(element, depth, before);
                flush(before);
            }
        }
    }

    private static boolean holdsBlocks(Element element) {
        return element.childrenSize() > 0
                && element.select("p, div, ul, ol, table, pre, h1, h2, h3, h4, h5, h6")
                                .size()
                        > 0;
    }

    private void flush(int before) {
        String text = clean(loose.toString());
        loose.setLength(0);
        write(text, before);
    }

    /** A paragraph, or a safety text where it begins with such a label. */
    private void write(String text, int before) {
        if (text.isEmpty()) return;
        var label = Admonition.labelOf(text);
        String rest = label.map(l -> text.substring(l.after()).strip()).orElse("");
        if (label.isPresent() && !rest.isEmpty()) safety(label.get().kind(), rest, before);
        else add(new Block.Paragraph(text, source.write(text)));
    }

    private void safety(SafetyKind kind, String text, int before) {
        if (text.isEmpty()) return;
        var block = new PlacedBlock(path(), Applicability.ALL, new Block.Safety(kind, false, text, source.write(text)));
        blocks.add(before == HERE ? blocks.size() : before, block);
    }

    private void heading(int level, String title) {
        if (title.isEmpty()) return;
        headings.removeIf(open -> open.level() >= level);
        var number = title.split("\\s", 2)[0].replaceAll("[.)]$", "");
        add(new Block.Heading(level, number.matches("\\d+(?:[.-]\\d+)*") ? number : "", title, source.write(title)));
        headings.add(new Open(level, title));
    }

    private void list(Element list, int depth) {
        int count = list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        for (Element item : list.children()) {
            if (!item.normalName().equals("li")) {
                element(item, depth, HERE);
                continue;
            }
            item(item, list.normalName().equals("ol") ? count++ + "." : "", depth);
        }
    }

    /** An item's own words are what stands in it before its first block that is no paragraph. */
    private void item(Element item, String number, int depth) {
        int before = blocks.size();
        List<Node> rest = new ArrayList<>(item.childNodes());
        var own = new StringBuilder();
        while (!rest.isEmpty() && isProse(rest.getFirst())) {
            Node node = rest.removeFirst();
            if (node instanceof Element e && !DROPPED.contains(e.normalName()))
                own.append(e.isBlock() ? "\n" : "").append(wordsRaw(e));
            else if (node instanceof TextNode text)
                own.append(text.getWholeText().replaceAll("\\s+", " "));
        }
        String text = clean(own.toString());
        if (!text.isEmpty())
            add(
                    number.isEmpty()
                            ? new Block.ListItem("", depth, text, source.write(text))
                            : new Block.Step(number, depth, text, source.write(text)));
        for (Node node : rest) {
            if (node instanceof TextNode words)
                loose.append(words.getWholeText().replaceAll("\\s+", " "));
            else if (node instanceof Element element) element(element, depth + 1, before);
        }
        flush(before);
    }

    private static boolean isProse(Node node) {
        if (!(node instanceof Element element)) return true;
        if (admonition(element, element.normalName()).isPresent()) return false;
        if (element.normalName().equals("p"))
            return Admonition.labelOf(words(element)).isEmpty();
        return !element.isBlock() && !holdsBlocks(element);
    }

    private void figure(Element figure) {
        var image = figure.selectFirst("img, object, svg");
        var caption = figure.selectFirst("figcaption");
        String text = caption != null ? words(caption) : image != null ? clean(image.attr("alt")) : "";
        String reference = image == null ? "" : image.attr("src");
        for (Element table : figure.select("table"))
            if (table.parents().select("table").isEmpty()) table(table);
        if (!text.isEmpty()) add(new Block.Figure(reference, text, source.write(text)));
    }

    private void table(Element table) {
        // A table that holds tables lays out the page: what stands in it is read on its own.
        if (!table.select("table table").isEmpty()
                || !table.select("td h1, td h2, td h3, td ol").isEmpty()) {
            for (Element cell :
                    table.select("> caption, > tr > *, > tbody > tr > *, > thead > tr > *, > tfoot > tr > *")) {
                children(cell, 0, HERE);
                flush(HERE);
            }
            return;
        }
        new HtmlTable(table).write(source).ifPresent(this::add);
    }

    private static Optional<SafetyKind> admonition(Element element, String tag) {
        if (!ADMONISHED.contains(tag)) return Optional.empty();
        if ("note".equals(element.attr("role")))
            return Optional.of(ofClass(element).orElse(SafetyKind.NOTE));
        return ofClass(element);
    }

    private static Optional<SafetyKind> ofClass(Element element) {
        if (element.className().isEmpty()) return Optional.empty();
        Optional<SafetyKind> gravest = Optional.empty();
        for (String name : element.classNames()) {
            String word = name.toLowerCase(Locale.ROOT)
                    .replaceAll("^(?:admonition|alert|callout|hint|is|box)-", "")
                    .replaceAll("-(?:box|block|admonition)$", "");
            var kind = Admonition.kind(word).filter(k -> !word.equals("error") && !word.equals("info"));
            if (kind.isPresent() && (gravest.isEmpty() || kind.get().compareTo(gravest.get()) < 0)) gravest = kind;
        }
        return gravest;
    }

    /** The words of an admonition without the title that only repeats its kind. */
    private static String withoutTitle(Element element) {
        String text = words(element);
        var label = Admonition.labelOf(text);
        if (label.isPresent()) return text.substring(label.get().after()).strip();
        String first = text.split("\\R", 2)[0].strip();
        boolean title =
                Admonition.kind(first.replaceAll("[\\s:.!]+$", "")).isPresent() && text.length() > first.length();
        return title ? text.substring(first.length()).strip() : text;
    }

    static String words(Element element) {
        return clean(wordsRaw(element));
    }

    /** Text with line feeds where blocks begin and end. */
    private static String wordsRaw(Element element) {
        var words = new StringBuilder();
        element.traverse(new org.jsoup.select.NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text && !inDropped(text))
                    words.append(text.getWholeText().replaceAll("\\s+", " "));
                else if (node instanceof Element e && (e.normalName().equals("br") || (depth > 0 && e.isBlock())))
                    words.append('\n');
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element e && depth > 0 && e.isBlock()) words.append('\n');
            }
        });
        return words.toString();
    }

    private static boolean inDropped(Node node) {
        for (Node up = node.parent(); up != null; up = up.parent()) if (DROPPED.contains(up.normalName())) return true;
        return false;
    }

    private static String clean(String text) {
        return text.replace('\u00A0', ' ')
                .replaceAll("[ \\t\\r\\f]+", " ")
                .replaceAll(" ?\\n[\\n ]*", "\n")
                .strip();
    }

    private List<String> path() {
        return headings.stream().map(Open::title).toList();
    }

    private void add(Block block) {
        blocks.add(new PlacedBlock(path(), Applicability.ALL, block));
    }
}
