package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.TableGrid;
import flightline.ingest.xml.TableText;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks a piece of a manual and writes its blocks. Elements of no known name are walked through, so that no word is lost.
 */
abstract class ManualWalk {
    protected final BlockWriter out;
    protected final LineText words;
    protected final List<String> notes;
    private int listDepth;

    ManualWalk(BlockWriter out, LineText words, List<String> notes) {
        this.out = out;
        this.words = words;
        this.notes = notes;
    }

    /** Writes an element whose role is {@link Role#BLOCK}. */
    abstract void block(XmlElement element);

    /** Writes an element of no known name that holds blocks. */
    void unknown(XmlElement element) {
        section(element);
    }

    /** What the element says of itself; {@link Holds#ALL} where it says nothing. */
    abstract Holds holds(XmlElement element);

    /** Safety texts that stand elsewhere and that the element refers to. */
    abstract List<XmlElement> referredSafety(XmlElement element);

    final void write(XmlElement element) {
        under(element, () -> {
            switch (words.role(element)) {
                case SILENT -> {}
                case SAFETY -> safety(element, false);
                case BLOCK -> block(element);
                case PARAGRAPH, TRANSPARENT, INLINE, TIGHT, UNKNOWN -> unknown(element);
            }
        });
    }

    /** Runs the body for those aircraft that the element says it holds for. */
    final void under(XmlElement element, Runnable body) {
        under(holds(element), body);
    }

    final void under(Holds holds, Runnable body) {
        if (holds.always()) {
            body.run();
            return;
        }
        out.applying(holds.computed(), () -> {
            if (!holds.inWords().isEmpty()) out.safety(SafetyKind.NOTE, false, "Applicability: " + holds.inWords());
            body.run();
        });
    }

    /** Writes what is in the element, under its title where it has one. */
    final void section(XmlElement element) {
        String title = title(element);
        out.titled("", title, () -> pieces(cut(without(element, Set.of("title")))));
    }

    final void inside(XmlElement element) {
        pieces(cut(element.nodes()));
    }

    final String title(XmlElement element) {
        return element.child("title").map(words::of).orElse("");
    }

    /** The title of an item, which may stand in a wrapper within it. */
    final String itemTitle(XmlElement item) {
        String own = title(item);
        for (XmlElement child : item.children())
            if (own.isEmpty() && words.role(child) == Role.TRANSPARENT) own = itemTitle(child);
        return own;
    }

    /** All elements below the element that are wanted, in document order, but for those that a change took out. */
    final List<XmlElement> live(XmlElement element, Predicate<XmlElement> wanted) {
        var found = new ArrayList<XmlElement>();
        for (XmlElement child : element.children()) {
            if (words.role(child) == Role.SILENT) continue;
            if (wanted.test(child)) found.add(child);
            found.addAll(live(child, wanted));
        }
        return found;
    }

    static List<XmlNode> without(XmlElement element, Set<String> names) {
        return element.nodes().stream()
                .filter(n -> !(n instanceof XmlElement e && names.contains(e.name())))
                .toList();
    }

    final void pieces(List<Piece> pieces) {
        for (Piece piece : pieces)
            switch (piece) {
                case Piece.Line(var text) -> out.paragraph(text);
                case Piece.Inner(var element) -> write(element);
            }
    }

    final List<Piece> cut(List<? extends XmlNode> nodes) {
        var pieces = new ArrayList<Piece>();
        var line = new StringBuilder();
        boolean mixed = nodes.stream().anyMatch(n -> n instanceof XmlNode.Words(var text) && !text.isBlank());
        for (XmlNode node : nodes)
            switch (node) {
                case XmlNode.Words(var text) -> line.append(text);
                case XmlElement child -> cut(child, mixed, pieces, line);
            }
        end(pieces, line);
        return pieces;
    }

    private void cut(XmlElement child, boolean mixed, List<Piece> pieces, StringBuilder line) {
        Role role = words.role(child);
        if (role == Role.SILENT) return;
        boolean own = !holds(child).always();
        if (!own && (role == Role.PARAGRAPH || role == Role.TRANSPARENT)) {
            end(pieces, line);
            pieces.addAll(cut(child.nodes()));
        } else if (own || role == Role.BLOCK || role == Role.SAFETY || (!footnote(child) && holdsBlocks(child))) {
            end(pieces, line);
            pieces.add(new Piece.Inner(child));
        } else if (mixed || role == Role.INLINE || role == Role.TIGHT) {
            if (!mixed && !line.isEmpty()) line.append(' ');
            words.append(line, child);
        } else {
            end(pieces, line);
            words.append(line, child);
            end(pieces, line);
        }
    }

    private boolean holdsBlocks(XmlElement element) {
        for (XmlElement child : element.children()) {
            Role role = words.role(child);
            if (footnote(child)) continue;
            if (role == Role.BLOCK || role == Role.SAFETY || role == Role.PARAGRAPH || holdsBlocks(child)) return true;
        }
        return false;
    }

    /** It stands in the line that it explains, whatever paragraphs it has. */
    private static boolean footnote(XmlElement element) {
        return element.is("ftnote", "ftnref");
    }

    private static void end(List<Piece> pieces, StringBuilder line) {
        String text = XmlElement.squeeze(line);
        if (!text.isEmpty()) pieces.add(new Piece.Line(text));
        line.setLength(0);
    }

    /** @param general whether it holds for all of what it stands in */
    final void safety(XmlElement element, boolean general) {
        SafetyKind kind = switch (element.name()) {
            case "warning" -> SafetyKind.WARNING;
            case "caution", "csi.alert" -> SafetyKind.CAUTION;
            default -> SafetyKind.NOTE;
        };
        out.safety(kind, general, words.of(element));
    }

    /** Writes a step behind the safety texts that are in it, and then what else is in it. */
    final void step(XmlElement item, String number, int depth) {
        under(item, () -> stepWithin(item, number, depth));
    }

    /** As {@link #step}, where what the item says of its aircraft is already heeded. */
    final void stepWithin(XmlElement item, String number, int depth) {
        var body = new ArrayList<XmlNode>();
        var before = new ArrayList<>(referredSafety(item));
        part(item, body, before);
        String title = itemTitle(item);
        List<Piece> pieces = cut(body);
        int lines = leading(pieces);
        String text = joined(title, pieces.subList(0, lines));
        safetyTexts(before, false);
        if (text.isEmpty() && alternative(pieces)) {
            alternatives(pieces, number, depth);
            return;
        }
        // A step that only holds others still has to be there when it carries a warning: it is theirs through it.
        String said = text.isEmpty() && !before.isEmpty() ? "Step " + number : text;
        out.block(said, place -> new Block.Step(number, depth, said, place));
        pieces(pieces.subList(lines, pieces.size()));
    }

    /** Whether what comes first is a paragraph for some of the aircraft only. */
    private boolean alternative(List<Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.getFirst() instanceof Piece.Inner(var first)
                && words.role(first) == Role.PARAGRAPH
                && !holds(first).always();
    }

    /**
     * A step that says something else for each of several aircraft: for each of them it is a step under the same number,
     * which is signed for; so are the words that follow and hold for all.
     */
    private void alternatives(List<Piece> pieces, String number, int depth) {
        List<Piece> left = pieces;
        while (alternative(left) && left.getFirst() instanceof Piece.Inner(var one)) {
            under(one, () -> written(cut(one.nodes()), number, depth));
            left = left.subList(1, left.size());
        }
        written(left, number, depth);
    }

    private void written(List<Piece> pieces, String number, int depth) {
        int lines = leading(pieces);
        String text = joined("", pieces.subList(0, lines));
        out.block(text, place -> new Block.Step(number, depth, text, place));
        pieces(pieces.subList(lines, pieces.size()));
    }

    final void safetyTexts(List<XmlElement> texts, boolean general) {
        for (XmlElement one : texts) under(one, () -> safety(one, general));
    }

    /** Parts an item's safety texts, which go before it, from the rest; the title is left out of both. */
    final void part(XmlElement item, List<XmlNode> body, List<XmlElement> safety) {
        for (XmlNode node : item.nodes())
            if (!(node instanceof XmlElement child)) body.add(node);
            else if (words.role(child) == Role.SAFETY) safety.add(child);
            else if (words.role(child) == Role.TRANSPARENT && holds(child).always()) part(child, body, safety);
            else if (!child.is("title")) body.add(child);
    }

    /** Writes an item of a list that is no procedure; nested lists stand one deeper. */
    final void item(XmlElement item, String label, String term) {
        under(item, () -> {
            var body = new ArrayList<XmlNode>();
            var before = new ArrayList<XmlElement>();
            part(item, body, before);
            List<Piece> pieces = cut(body);
            int lines = leading(pieces);
            String text = joined(term.isEmpty() ? itemTitle(item) : term, pieces.subList(0, lines));
            safetyTexts(before, false);
            out.item(label, listDepth, text);
            listDepth++;
            pieces(pieces.subList(lines, pieces.size()));
            listDepth--;
        });
    }

    private static int leading(List<Piece> pieces) {
        int lines = 0;
        while (lines < pieces.size() && pieces.get(lines) instanceof Piece.Line) lines++;
        return lines;
    }

    private static String joined(String title, List<Piece> lines) {
        var text = new StringBuilder(title);
        for (Piece piece : lines)
            if (piece instanceof Piece.Line(var line)) {
                if (!text.isEmpty()) text.append(text.length() == title.length() ? ": " : " ");
                text.append(line);
            }
        return text.toString();
    }

    /** Writes a CALS table; rows that hold for other aircraft than their neighbours become a table of their own. */
    final void table(XmlElement table) {
        String caption = title(table);
        for (XmlElement one : live(table, e -> words.role(e) == Role.SAFETY)) safety(one, false);
        out.besides(caption);
        for (XmlElement child : table.children())
            if (child.is("tgroup") && words.role(child) != Role.SILENT) under(child, () -> group(caption, child));
            else if (!child.is("title")) write(child);
    }

    private void group(String caption, XmlElement group) {
        var grid = new TableGrid(group, this::cell, e -> words.role(e) == Role.SILENT);
        List<String> header = group.child("thead").map(grid::header).orElse(List.of());
        for (String part : List.of("tbody", "tfoot"))
            for (XmlElement rows : group.children(part))
                if (words.role(rows) != Role.SILENT) rows(caption, header, grid.rows(rows));
        if (group.child("tbody").isEmpty()) out.besides(String.join("\t", header));
    }

    private String cell(XmlElement entry) {
        var cell = new StringBuilder();
        words.append(cell, entry);
        return XmlElement.squeeze(cell);
    }

    private void rows(String caption, List<String> header, List<TableGrid.Line> lines) {
        int from = 0;
        while (from < lines.size()) {
            Holds first = holds(lines.get(from).element());
            int to = from + 1;
            while (to < lines.size() && holds(lines.get(to).element()).equals(first)) to++;
            var run = new ArrayList<List<String>>();
            for (TableGrid.Line line : lines.subList(from, to)) run.add(line.cells());
            under(lines.get(from).element(), () -> TableText.write(out, caption, header, run));
            from = to;
        }
    }

    /** Writes rows of known fields as a table; columns in which nothing stands are left out. */
    final void fields(String caption, List<String> columns, List<List<String>> rows) {
        var kept = new ArrayList<Integer>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            if (rows.stream().anyMatch(r -> !r.get(column).isEmpty())) kept.add(c);
        }
        if (kept.isEmpty()) return;
        TableText.write(
                out,
                caption,
                kept.stream().map(columns::get).toList(),
                rows.stream().map(r -> kept.stream().map(r::get).toList()).toList());
    }
}
