package flightline.ingest.office;

import flightline.corpus.SafetyKind;
import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a paragraph of Word is, of a new document or an old one, and writes it: by its style, its level, its label. */
final class WordParagraphs {
    /** The outline level of a text that is no heading. */
    static final int BODY_LEVEL = 9;

    private static final int LONGEST_HEADING = 300;
    private static final Pattern HEADING_STYLE = Pattern.compile("heading ([1-9])");
    /** A number that was typed, and a tab behind it. */
    private static final Pattern TYPED = Pattern.compile(
            "\\A\\s*(\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|[a-zA-Z]|[ivx]{2,4})[.)]|\\d{1,3}(?:\\.\\d{1,3})+)\\t\\s*(?=\\S)");

    /** A label and its text with a tab between them. */
    private static final Pattern TABBED = Pattern.compile("\\A(\\s*\\p{L}{4,9}[.:!]?)\\t+(?=\\S)");

    private final PageWriter out;
    private String caption = "";
    private int base;

    WordParagraphs(PageWriter out) {
        this.out = out;
    }

    /** What Word gathers from the headings says nothing that they do not say. */
    static boolean isContents(String style) {
        return style.startsWith("toc ") || style.equals("table of figures");
    }

    /** The outline level that a style has by its name, 0 for the outermost. */
    static int level(String style) {
        Matcher named = HEADING_STYLE.matcher(style);
        return named.matches() ? Integer.parseInt(named.group(1)) - 1 : BODY_LEVEL;
    }

    /** The kind of safety text that a style announces by its first word. */
    static Optional<SafetyKind> kind(String style) {
        return PageWriter.kind(style.split("[^a-z]", 2)[0]);
    }

    /**
     * Writes one.
     *
     * @param raw its words with tabs and line feeds, not yet cleaned
     * @param style its style's name in lower case
     * @param level 0 for the outermost heading
     * @param label as counted for its list, where it is in one
     */
    void write(String raw, String style, int level, Optional<WordNumbering.Label> label) {
        Matcher tabbed = TABBED.matcher(raw);
        boolean parted = tabbed.find() && PageWriter.labelled(tabbed.group(1).strip());
        String words = Words.clean(parted ? tabbed.replaceFirst("$1\n") : raw);
        Optional<SafetyKind> kind = kind(style);
        Matcher typed = TYPED.matcher(raw);
        if (words.isEmpty()) return;
        if (style.equals("title")) {
            base = 1;
            out.heading(1, "", Words.line(words));
        } else if (level < BODY_LEVEL && words.length() < LONGEST_HEADING && kind.isEmpty()) {
            captionAlone();
            String number = label.filter(l -> !l.bullet())
                    .map(WordNumbering.Label::label)
                    .orElse("");
            out.heading(base + level + 1, bare(number), (number + " " + Words.line(words)).strip());
        } else if (style.equals("caption")) {
            caption(words);
        } else if (kind.isPresent() && !PageWriter.labelled(words)) {
            out.safety(kind.get(), words);
        } else if (label.isPresent() && !PageWriter.labelled(words)) {
            if (label.get().bullet()) out.item("", label.get().level(), words);
            else out.step(label.get().label(), label.get().level(), words);
        } else if (typed.find()) {
            out.step(typed.group(1), 0, Words.clean(raw.substring(typed.end())));
        } else if (label.isPresent()) {
            out.labelled(words, label.get().level());
        } else {
            out.paragraph(words);
        }
    }

    void table(List<TableLine> lines) {
        out.table(caption, lines);
        caption = "";
    }

    /** A caption that no table followed. */
    void captionAlone() {
        if (!caption.isEmpty()) out.paragraph(caption);
        caption = "";
    }

    private void caption(String words) {
        captionAlone();
        if (words.regionMatches(true, 0, "fig", 0, 3)) out.figure("", words);
        else caption = Words.line(words);
    }

    /** Without the stop that a label may end with: it is compared with numbers in references. */
    private static String bare(String label) {
        return label.replaceAll("[.)]$", "");
    }
}
