package flightline.ingest.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The words of paragraphs as they print: insertions in, deletions out, fields by their result. Fields may span paragraphs. */
final class WordText {
    private static final Pattern FETCHING =
            Pattern.compile("(?i)^\\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE)\\b.*", Pattern.DOTALL);
    private final WordStyles styles;
    private final WordLook look;
    private final Hidden hidden;
    private final Deque<Boolean> inCode = new ArrayDeque<>();
    private final List<Element> boxes = new ArrayList<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();
    private final List<String> freshNotes = new ArrayList<>();
    private StringBuilder out = new StringBuilder();
    private StringBuilder unseen = new StringBuilder();
    private String why = "";
    private String style = "";
    private boolean onWhite = true;
    private Levels levels = new Levels(out);
    private boolean inStruck;
    private int paragraphs;
    private int insertions;
    private int deletions;
    private int foreignParts;
    private int struck;

    WordText(WordStyles styles, Hidden hidden) {
        this.styles = styles;
        this.look = new WordLook(styles);
        this.hidden = hidden;
    }

    int insertions() {
        return insertions;
    }

    int deletions() {
        return deletions;
    }

    /** Parts in another format, such as a web page, that the document takes in. */
    int foreignParts() {
        return foreignParts;
    }

    void foreignPart() {
        foreignParts++;
    }

    /** Pieces of struck text, which were left out. */
    int struck() {
        return struck;
    }

    void deleted() {
        deletions++;
    }

    /** The paragraph's words with its tabs and line feeds, not yet cleaned. */
    String of(Element paragraph, boolean onWhiteGround) {
        out = new StringBuilder();
        levels = new Levels(out);
        unseen = new StringBuilder();
        paragraphs++;
        style = Xml.value(paragraph, "pPr", "pStyle").orElse("");
        onWhite = onWhiteGround
                && !Xml.child(paragraph, "pPr", "shd").map(WordLook::coloured).orElse(false)
                && !styles.said(style, s -> Xml.child(s, "pPr", "shd"))
                        .map(WordLook::coloured)
                        .orElse(false);
        inStruck = false;
        Xml.children(paragraph).forEach(this::inline);
        levels.settle();
        hidden.text("paragraph " + paragraphs, why, unseen.toString());
        return out.toString();
    }

    /** Text boxes seen since the last call. */
    List<Element> takeBoxes() {
        var taken = List.copyOf(boxes);
        boxes.clear();
        return taken;
    }

    /** Foot- and endnotes referred to since the last call, as {@code footnote:3}. */
    List<String> takeNotes() {
        var taken = List.copyOf(freshNotes);
        freshNotes.clear();
        return taken;
    }

    int noteNumber(String note) {
        return notes.getOrDefault(note, 0);
    }

    private void inline(Element e) {
        switch (e.getLocalName()) {
            case "r" -> run(e);
            case "ins", "moveTo" -> {
                insertions++;
                Xml.children(e).forEach(this::inline);
            }
            case "del", "moveFrom" -> deletions++;
            case "fldSimple" -> {
                code(Xml.attribute(e, "instr"));
                Xml.children(e).forEach(this::inline);
            }
            case "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "oMathPara", "Choice" ->
                Xml.children(e).forEach(this::inline);
            case "oMath" -> formula(e);
            case "AlternateContent" -> Xml.child(e, "Choice").ifPresent(this::inline);
            case "t" -> out.append(e.getTextContent());
            case "pPr", "rPr", "sdtPr", "bookmarkStart", "bookmarkEnd", "proofErr" -> {}
            default -> {}
        }
    }

    private void formula(Element formula) {
        insertions += formula.getElementsByTagNameNS("*", "ins").getLength();
        deletions += formula.getElementsByTagNameNS("*", "del").getLength();
        levels.next(Levels.Level.LINE);
        out.append(new WordFormula(this::formulaWords).line(formula, out));
    }

    private String formulaWords(Element run) {
        var words = new StringBuilder();
        for (Element text : Xml.children(run, "t")) words.append(text.getTextContent());
        String reason = look.hidden(run, style, onWhite);
        if (reason.isEmpty()) return look.struck(run, style) ? "" : words.toString();
        why = reason;
        unseen.append(words);
        return "";
    }

    private void run(Element run) {
        String reason = look.hidden(run, style, onWhite);
        var seen = out;
        if (!reason.isEmpty()) {
            why = reason;
            out = unseen;
        } else if (look.struck(run, style)) {
            if (!inStruck && !Xml.children(run, "t").isEmpty()) struck++;
            inStruck = true;
            return;
        }
        inStruck = false;
        if (reason.isEmpty()) levels.next(look.level(run, style));
        String font = Xml.child(run, "rPr", "rFonts")
                .map(fonts -> Xml.attribute(fonts, "ascii"))
                .orElse("");
        for (Element e : Xml.children(run)) piece(e, font);
        out = seen;
    }

    private void piece(Element e, String font) {
        boolean silent = inCode.contains(true);
        switch (e.getLocalName()) {
            case "t" -> {
                if (!silent) out.append(SymbolFont.words(font, e.getTextContent()));
            }
            case "instrText" -> code(e.getTextContent());
            case "fldChar" -> field(Xml.attribute(e, "fldCharType"));
            case "tab", "ptab" -> out.append('\t');
            case "br" -> out.append(Xml.attribute(e, "type").isEmpty() ? '\n' : ' ');
            case "cr" -> out.append('\n');
            case "noBreakHyphen" -> out.append('-');
            case "sym" -> out.append(symbol(e));
            case "footnoteReference" -> note("footnote:" + Xml.attribute(e, "id"));
            case "endnoteReference" -> note("endnote:" + Xml.attribute(e, "id"));
            case "drawing", "pict", "object", "AlternateContent" -> boxesIn(e);
            default -> {}
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> inCode.push(true);
            case "separate" -> {
                if (!inCode.isEmpty()) {
                    inCode.pop();
                    inCode.push(false);
                }
            }
            default -> inCode.poll();
        }
    }

    private void code(String instruction) {
        if (FETCHING.matcher(instruction).matches())
            hidden.active(
                    "paragraph " + paragraphs,
                    "a field that fetches: "
                            + instruction
                                    .strip()
                                    .substring(
                                            0, Math.min(100, instruction.strip().length())));
    }

    /** In brackets, so that no number of a note runs into a value. */
    private void note(String note) {
        if (!notes.containsKey(note)) freshNotes.add(note);
        int number = notes.computeIfAbsent(note, k -> notes.size() + 1);
        out.append(" [").append(number).append("]");
    }

    private void boxesIn(Element e) {
        if (Xml.is(e, "txbxContent")) {
            boxes.add(e);
            return;
        }
        boolean choice = Xml.is(e, "AlternateContent");
        for (Element child : Xml.children(e)) if (!choice || Xml.is(child, "Choice")) boxesIn(child);
    }

    private static String symbol(Element e) {
        String hex = Xml.attribute(e, "char");
        if (!hex.matches("[0-9A-Fa-f]{1,5}")) return "";
        return SymbolFont.sign(Xml.attribute(e, "font"), Integer.parseInt(hex, 16));
    }
}
