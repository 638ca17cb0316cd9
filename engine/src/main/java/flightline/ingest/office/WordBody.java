package flightline.ingest.office;

import flightline.corpus.SafetyKind;
import flightline.ingest.text.PageWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Turns a document's body into blocks. */
final class WordBody implements WordTable.WordCells {
    private static final int BODY_LEVEL = 9;
    private static final int LONGEST_HEADING = 300;
    private static final Pattern HEADING_STYLE = Pattern.compile("heading ([1-9])");
    /** A number that was typed, and a tab behind it. */
    private static final Pattern TYPED = Pattern.compile(
            "\\A\\s*(\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|[a-zA-Z]|[ivx]{2,4})[.)]|\\d{1,3}(?:\\.\\d{1,3})+)\\t\\s*(?=\\S)");

    private final PageWriter out;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordText text;
    private final Map<String, Element> notes = new HashMap<>();
    private String caption = "";
    private int base;

    WordBody(PageWriter out, WordStyles styles, WordNumbering numbering, WordText text) {
        this.out = out;
        this.styles = styles;
        this.numbering = numbering;
        this.text = text;
    }

    /** Foot- and endnotes, as {@code footnote:3}, to be read behind what refers to them. */
    void note(String id, Element note) {
        notes.put(id, note);
    }

    void read(Element container) {
        blocks(container, true);
        captionAlone();
    }

    private void blocks(Element container, boolean onWhite) {
        for (Element e : Xml.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> paragraph(e, onWhite);
                case "tbl" -> table(e);
                case "sdt" -> {
                    boolean contents = Xml.value(e, "sdtPr", "docPartObj", "docPartGallery")
                            .orElse("")
                            .equals("Table of Contents");
                    if (!contents) Xml.child(e, "sdtContent").ifPresent(c -> blocks(c, onWhite));
                }
                case "customXml", "ins", "moveTo", "Choice" -> blocks(e, onWhite);
                case "AlternateContent" -> Xml.child(e, "Choice").ifPresent(c -> blocks(c, onWhite));
                default -> {}
            }
        }
    }

    private void paragraph(Element p, boolean onWhite) {
        String style = Xml.value(p, "pPr", "pStyle").orElse("");
        String name = styles.name(style);
        String raw = text.of(p, onWhite);
        // What Word gathers from the headings says nothing that they do not say.
        boolean contents = name.startsWith("toc ") || name.equals("table of figures");
        if (!contents) paragraph(p, style, name, raw);
        for (Element box : text.takeBoxes()) blocks(box, false);
        footnotes();
    }

    private void paragraph(Element p, String style, String name, String raw) {
        String words = Words.clean(raw);
        var label = label(p, style);
        int level = outline(p, style, name);
        Optional<SafetyKind> kind = PageWriter.kind(name.split("[^a-z]", 2)[0]);
        Matcher typed = TYPED.matcher(raw);
        if (words.isEmpty()) return;
        if (name.equals("title")) {
            base = 1;
            out.heading(1, "", Words.line(words));
        } else if (level < BODY_LEVEL && words.length() < LONGEST_HEADING && kind.isEmpty()) {
            captionAlone();
            String number = label.filter(l -> !l.bullet())
                    .map(WordNumbering.Label::label)
                    .orElse("");
            out.heading(base + level + 1, bare(number), (number + " " + Words.line(words)).strip());
        } else if (name.equals("caption")) {
            caption(words);
        } else if (kind.isPresent() && !PageWriter.labelled(words)) {
            out.safety(kind.get(), words);
        } else if (label.isPresent() && !PageWriter.labelled(words)) {
            if (label.get().bullet()) out.item("", label.get().level(), words);
            else out.step(label.get().label(), label.get().level(), words);
        } else if (typed.find()) {
            out.step(typed.group(1), 0, Words.clean(raw.substring(typed.end())));
        } else {
            out.paragraph(words);
        }
    }

    /** Without the stop that a label may end with: it is compared with numbers in references. */
    private static String bare(String label) {
        return label.replaceAll("[.)]$", "");
    }

    private Optional<WordNumbering.Label> label(Element p, String style) {
        Optional<String> own = Xml.value(p, "pPr", "numPr", "numId");
        Optional<String> list = own.or(() -> styles.said(style, s -> Xml.value(s, "pPr", "numPr", "numId")));
        if (list.isEmpty() || list.get().equals("0")) return Optional.empty();
        int level = Xml.value(p, "pPr", "numPr", "ilvl")
                .or(() -> styles.said(style, s -> Xml.value(s, "pPr", "numPr", "ilvl")))
                .map(v -> Xml.number(v, 0))
                .orElseGet(() -> numbering.levelOf(list.get(), style));
        return numbering.next(list.get(), level);
    }

    private int outline(Element p, String style, String name) {
        Matcher named = HEADING_STYLE.matcher(name);
        return Xml.value(p, "pPr", "outlineLvl")
                .or(() -> styles.said(style, s -> Xml.value(s, "pPr", "outlineLvl")))
                .map(v -> Xml.number(v, BODY_LEVEL))
                .orElseGet(() -> named.matches() ? Integer.parseInt(named.group(1)) - 1 : BODY_LEVEL);
    }

    private void caption(String words) {
        captionAlone();
        if (words.regionMatches(true, 0, "fig", 0, 3)) out.figure("", words);
        else caption = Words.line(words);
    }

    /** A caption that no table followed. */
    private void captionAlone() {
        if (!caption.isEmpty()) out.paragraph(caption);
        caption = "";
    }

    private void table(Element table) {
        List<Element> rows = WordTable.rows(table);
        List<Element> first = rows.isEmpty() ? List.of() : WordTable.cells(rows.getFirst());
        if (rows.size() == 1 && first.size() == 1) boxed(first.getFirst());
        else if (rows.size() == 1 && first.size() == 2 && labelled(first)) return;
        else if (laysOut(rows)) {
            for (Element row : rows) for (Element cell : WordTable.cells(row)) blocks(cell, false);
        } else {
            var look = Xml.child(table, "tblPr", "tblLook");
            boolean firstRow = look.map(l ->
                            Xml.attribute(l, "firstRow").equals("1") || (bits(Xml.attribute(l, "val")) & 0x20) != 0)
                    .orElse(false);
            String style = styles.name(Xml.value(table, "tblPr", "tblStyle").orElse("-"));
            boolean styledHead =
                    firstRow && !style.isEmpty() && !style.equals("table grid") && !style.contains("normal");
            var lines = new WordTable(table, styledHead, this).lines();
            out.table(caption, lines);
            caption = "";
        }
        for (Element box : text.takeBoxes()) blocks(box, false);
        footnotes();
    }

    /** A box around text: a warning where it is labelled so, else what stands in it. */
    private void boxed(Element cell) {
        captionAlone();
        List<Element> paragraphs = Xml.children(cell, "p");
        boolean plain = Xml.children(cell, "tbl").isEmpty() && !paragraphs.isEmpty();
        String name = plain
                ? styles.name(Xml.value(paragraphs.getFirst(), "pPr", "pStyle").orElse(""))
                : "";
        String head = plain ? Words.clean(peek(paragraphs.getFirst())) : "";
        boolean labelled = PageWriter.labelled(head)
                || PageWriter.kind(name.split("[^a-z]", 2)[0]).isPresent();
        if (plain && labelled) out.paragraph(joined(cell, "\n", false));
        else blocks(cell, false);
    }

    private static String peek(Element paragraph) {
        var words = new StringBuilder();
        for (Element run : Xml.children(paragraph, "r"))
            for (Element t : Xml.children(run, "t")) words.append(t.getTextContent());
        return words.toString();
    }

    private boolean labelled(List<Element> cells) {
        Optional<SafetyKind> kind = PageWriter.kind(Words.line(String.join(
                        " ",
                        Xml.children(cells.getFirst(), "p").stream()
                                .map(WordBody::peek)
                                .toList()))
                .replaceAll("[^\\p{L}]+$", ""));
        if (kind.isEmpty()) return false;
        out.safety(kind.get(), joined(cells.get(1), "\n", false));
        return true;
    }

    /** Headings stand in no table of data: such a table lays out the page. */
    private boolean laysOut(List<Element> rows) {
        for (Element row : rows)
            for (Element cell : WordTable.cells(row))
                for (Element p : Xml.children(cell, "p")) {
                    String style = Xml.value(p, "pPr", "pStyle").orElse("");
                    if (outline(p, style, styles.name(style)) < BODY_LEVEL && !peek(p).isBlank()) return true;
                }
        return false;
    }

    @Override
    public String words(Element cell, boolean onWhite) {
        return joined(cell, " ", onWhite).replace('\n', ' ');
    }

    @Override
    public void deletedRow() {
        text.deleted();
    }

    private String joined(Element container, String between, boolean onWhite) {
        List<String> pieces = new ArrayList<>();
        for (Element e : Xml.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> {
                    String number = label(e, Xml.value(e, "pPr", "pStyle").orElse(""))
                            .map(WordNumbering.Label::label)
                            .orElse("");
                    pieces.add((number + " " + Words.clean(text.of(e, onWhite))).strip());
                }
                case "tbl" -> {
                    for (Element row : WordTable.rows(e))
                        for (Element cell : WordTable.cells(row)) pieces.add(joined(cell, between, onWhite));
                }
                case "sdt", "sdtContent", "customXml" -> pieces.add(joined(e, between, onWhite));
                default -> {}
            }
        }
        pieces.removeIf(String::isBlank);
        return String.join(between, pieces);
    }

    private void footnotes() {
        for (String id : text.takeNotes()) {
            Element note = notes.get(id);
            if (note == null) continue;
            String words = joined(note, " ", true);
            if (!words.isEmpty()) out.paragraph("[" + text.noteNumber(id) + "] " + words);
        }
    }

    /** Word writes its flags in hexadecimal; what is none has none of them. */
    private static int bits(String hexadecimal) {
        return hexadecimal.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(hexadecimal, 16) : 0;
    }
}
