package flightline.ingest.office;

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
    private static final Pattern NESTED_LIST = Pattern.compile("(?i)list (?:number|bullet) ([2-5])");

    private final PageWriter out;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordText text;
    private final Map<String, Element> notes = new HashMap<>();
    private final WordParagraphs lines;

    WordBody(PageWriter out, WordStyles styles, WordNumbering numbering, WordText text) {
        this.out = out;
        this.lines = new WordParagraphs(out);
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
        lines.captionAlone();
    }

    private void blocks(Element container, boolean onWhite) {
        for (Element e : Xml.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> paragraph(e, onWhite);
                case "tbl" -> table(e);
                case "altChunk" -> text.foreignPart();
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
        if (!WordParagraphs.isContents(name)) lines.write(raw, name, outline(p, style, name), label(p, style));
        for (Element box : text.takeBoxes()) blocks(box, false);
        footnotes();
    }

    private Optional<WordNumbering.Label> label(Element p, String style) {
        Optional<String> own = Xml.value(p, "pPr", "numPr", "numId");
        Optional<String> list = own.or(() -> styles.said(style, s -> Xml.value(s, "pPr", "numPr", "numId")));
        if (list.isEmpty() || list.get().equals("0") || deleted(p)) return Optional.empty();
        int level = Xml.value(p, "pPr", "numPr", "ilvl")
                .or(() -> styles.said(style, s -> Xml.value(s, "pPr", "numPr", "ilvl")))
                .map(v -> Xml.number(v, 0))
                .orElseGet(() -> numbering.levelOf(list.get(), style));
        int deeper = level == 0 ? deeper(styles.name(style)) : 0;
        return numbering
                .next(list.get(), level)
                .map(label -> new WordNumbering.Label(label.label(), label.bullet(), label.level() + deeper));
    }

    /** The second and third of Word's own styles for lists are lists of their own, and each its first level. */
    private static int deeper(String style) {
        Matcher nested = NESTED_LIST.matcher(style);
        return nested.matches() ? Xml.number(nested.group(1), 1) - 1 : 0;
    }

    /** Whether a tracked change takes the paragraph out as a whole: it has no number, and those behind it count on without it. */
    private static boolean deleted(Element p) {
        boolean mark = Xml.child(p, "pPr", "rPr", "del").isPresent();
        return mark && Xml.children(p, "r").isEmpty() && Xml.children(p, "ins").isEmpty();
    }

    private int outline(Element p, String style, String name) {
        return Xml.value(p, "pPr", "outlineLvl")
                .or(() -> styles.said(style, s -> Xml.value(s, "pPr", "outlineLvl")))
                .map(v -> Xml.number(v, WordParagraphs.BODY_LEVEL))
                .orElseGet(() -> WordParagraphs.level(name));
    }

    private void table(Element table) {
        List<Element> rows = WordTable.rows(table);
        List<Element> first = rows.isEmpty() ? List.of() : WordTable.cells(rows.getFirst());
        if (rows.size() == 1 && first.size() == 1) boxed(first.getFirst());
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
            lines.table(new WordTable(table, styledHead, this).lines());
        }
        for (Element box : text.takeBoxes()) blocks(box, false);
        footnotes();
    }

    /** A box around text: a warning where it is labelled so, else what stands in it. */
    private void boxed(Element cell) {
        lines.captionAlone();
        List<Element> paragraphs = Xml.children(cell, "p");
        boolean plain = Xml.children(cell, "tbl").isEmpty() && !paragraphs.isEmpty();
        String name = plain
                ? styles.name(Xml.value(paragraphs.getFirst(), "pPr", "pStyle").orElse(""))
                : "";
        String head = plain ? Words.clean(peek(paragraphs.getFirst())) : "";
        boolean labelled =
                PageWriter.labelled(head) || WordParagraphs.kind(name).isPresent();
        if (plain && labelled) out.paragraph(joined(cell, "\n", false));
        else blocks(cell, false);
    }

    private static String peek(Element paragraph) {
        var words = new StringBuilder();
        for (Element run : Xml.children(paragraph, "r"))
            for (Element t : Xml.children(run, "t")) words.append(t.getTextContent());
        return words.toString();
    }

    /** Headings stand in no table of data: such a table lays out the page. */
    private boolean laysOut(List<Element> rows) {
        for (Element row : rows)
            for (Element cell : WordTable.cells(row))
                for (Element p : Xml.children(cell, "p")) {
                    String style = Xml.value(p, "pPr", "pStyle").orElse("");
                    if (outline(p, style, styles.name(style)) < WordParagraphs.BODY_LEVEL && !peek(p).isBlank())
                        return true;
                }
        return false;
    }

    @Override
    public String words(Element cell, boolean onWhite) {
        return joined(cell, "\n", onWhite);
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
