package flightline.ingest.text;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Turns a page into blocks and writes their words into one source text; its raised letters and labels are set in it. */
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

    private final PageWriter out = new PageWriter();
    /** Words that stand in a container beside its blocks; they become a paragraph where the next block begins. */
    private final StringBuilder loose = new StringBuilder();

    /** What of a page is read: its main part where it names one. */
    static Element root(Element page) {
        var main = page.select("main, [role=main]");
        return main.size() == 1 ? main.getFirst() : page;
    }

    void read(Element page) {
        PageFormulas.settle(root(page));
        InlineMarks.settle(root(page));
        children(root(page), 0, HERE);
        flush(HERE);
    }

    String sourceText() {
        return out.sourceText();
    }

    List<PlacedBlock> blocks() {
        return out.blocks();
    }

    String firstTitle() {
        return out.firstTitle();
    }

    /**
     * Hands its blocks to a text that has its words.
     *
     * @param at where they begin in that text
     * @param before index of the step that they stand inside of, for warnings; -1 for none
     */
    void writeTo(TextBlocks text, int at, int before) {
        for (PlacedBlock placed : blocks()) {
            Block shifted = Shifted.by(at, placed.block());
            switch (shifted) {
                case Block.Heading h ->
                    text.heading(h.level() - 1, h.place().start(), h.place().end(), h.text());
                case Block.Safety s ->
                    text.safety(
                            before == HERE ? text.mark() : before,
                            s.kind(),
                            s.place().start(),
                            s.place().end());
                default -> text.take(shifted);
            }
        }
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
            safety(kind.get(), element, before);
            return;
        }
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> out.heading(tag.charAt(1) - '0', "", words(element));
            case "ul", "ol", "menu" -> list(element, depth);
            case "table" -> table(element);
            case "figure" -> figure(element);
            case "pre" -> out.paragraph(element.wholeText().strip(), before);
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
        out.paragraph(text, before);
    }

    /** One that only names its kind is the label of what follows it. */
    private void safety(SafetyKind kind, Element element, int before) {
        String text = withoutTitle(element);
        if (!text.isEmpty()) out.safety(kind, text, before);
        else if (!words(element).isEmpty()) out.label(kind, words(element), HERE, before);
    }

    private void list(Element list, int depth) {
        IdentityHashMap<Element, String> labels = ListLabels.of(list);
        for (Element item : list.children())
            if (item.normalName().equals("li")) item(item, labels.getOrDefault(item, ""), depth);
            else element(item, depth, HERE);
        out.endList(depth);
    }

    /** An item's own words are what stands in it before its first block that is no paragraph. */
    private void item(Element item, String number, int depth) {
        int before = out.mark();
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
        if (Admonition.labelOf(text).isPresent()) out.labelled(text, depth);
        else if (number.isEmpty()) out.item("", depth, text);
        else out.step(number, depth, text);
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
        out.figure(reference, text);
    }

    private void table(Element table) {
        var read = new HtmlTable(table);
        if (!read.laysOut()) {
            out.table(read.caption(), read.lines());
            return;
        }
        for (Element cell : table.select("> caption, > tr > *, > tbody > tr > *, > thead > tr > *, > tfoot > tr > *")) {
            children(cell, 0, HERE);
            flush(HERE);
        }
    }

    private static Optional<SafetyKind> admonition(Element element, String tag) {
        if (!ADMONISHED.contains(tag)) return Optional.empty();
        if ("note".equals(element.attr("role")))
            return Optional.of(ofClass(element).orElse(SafetyKind.NOTE));
        return ofClass(element);
    }

    /** The gravest kind that its classes name, as {@code admonition-warning} and {@code caution-box} do. */
    static Optional<SafetyKind> ofClass(Element element) {
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

    /** Text with line feeds where blocks begin and end, the items of lists with their numbers, the cells of a table parted. */
    private static String wordsRaw(Element element) {
        var words = new StringBuilder();
        boolean oneLine = isCell(element);
        IdentityHashMap<Element, String> labels = new IdentityHashMap<>();
        element.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text && !inDropped(text))
                    words.append(text.getWholeText().replaceAll("\\s+", " "));
                if (!(node instanceof Element e)) return;
                boolean cell = depth > 0 && isCell(e);
                if (cell && isCell(e.previousElementSibling())) words.append(" | ");
                else if (oneLine && goesOn(e)) words.replace(endOfText(words), words.length(), "; ");
                else if (e.normalName().equals("br") || (depth > 0 && e.isBlock() && !cell)) words.append('\n');
                if (e.normalName().equals("ol")) labels.putAll(ListLabels.of(e));
                if (labels.containsKey(e) && depth > 0)
                    words.append(labels.get(e)).append(' ');
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element e && depth > 0 && e.isBlock() && !isCell(e)) words.append('\n');
            }
        });
        return words.toString();
    }

    private static int endOfText(StringBuilder words) {
        int end = words.length();
        while (end > 0 && Character.isWhitespace(words.charAt(end - 1))) end--;
        return end;
    }

    /** Whether it is a further row of a table, or a further item of a list without numbers. */
    private static boolean goesOn(Element element) {
        Element before = element.previousElementSibling();
        if (before == null || !before.normalName().equals(element.normalName())) return false;
        Element list = element.parent();
        boolean bullet = element.normalName().equals("li")
                && list != null
                && !list.normalName().equals("ol");
        return bullet || element.normalName().equals("tr");
    }

    private static boolean isCell(@Nullable Element element) {
        return element != null
                && (element.normalName().equals("td") || element.normalName().equals("th"));
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
}
