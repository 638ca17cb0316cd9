package flightline.drafting.print;

import flightline.corpus.Citation;
import flightline.drafting.Line;
import flightline.drafting.Paper;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A paper as an accessible page: headings, lists and tables are what they are called. */
final class Page {
    private static final String STYLE = """
            body { font-family: 'Liberation Sans'; font-size: 9.5pt; line-height: 1.35; color: #111; word-wrap: break-word; }
            h1 { font-size: 16pt; margin: 0 0 6pt 0; }
            h2 { font-size: 12pt; margin: 14pt 0 4pt 0; border-bottom: 0.8pt solid #333; page-break-after: avoid; }
            h3 { font-size: 10pt; margin: 9pt 0 3pt 0; page-break-after: avoid; }
            p { margin: 3pt 0; }
            .box { border: 1.2pt solid #111; padding: 4pt 6pt; margin: 4pt 0; font-weight: bold; }
            .danger { padding: 4pt 6pt; margin: 5pt 0; page-break-inside: avoid; page-break-after: avoid; }
            .warning { border: 2pt solid #a00000; }
            .caution { border: 2pt solid #8a5a00; }
            .note { border: 0.8pt solid #555; }
            .step { margin: 4pt 0; page-break-inside: avoid; }
            .number { font-weight: bold; padding-right: 4pt; }
            .sign { float: right; width: 58pt; height: 13pt; border: 0.8pt solid #555; margin: 0 0 2pt 6pt; }
            .hold { font-weight: bold; }
            .cite { font-size: 7.5pt; color: #444; }
            .label { font-weight: bold; }
            .empty { border-bottom: 0.6pt solid #777; padding-left: 120pt; }
            table { border-collapse: collapse; width: 100%; margin: 4pt 0; table-layout: fixed; -fs-table-paginate: paginate; }
            th, td { border: 0.6pt solid #777; padding: 2.5pt 4pt; text-align: left; vertical-align: top; }
            th { background-color: #eee; }
            tr { page-break-inside: avoid; }
            .blank { height: 26pt; }
            """;

    /** That go on a line, about, as these papers are set. */
    static final int LETTERS = 98;

    static final int WIDE_LETTERS = 140;

    /** Of the columns of the list of sources, percent. */
    private static final List<Double> SOURCES = List.of(8.0, 28.0, 13.0, 18.0, 33.0);

    private final Paper paper;
    private final Mark mark;
    private final Html html = new Html();

    private Page(Paper paper) {
        this.paper = paper;
        this.mark = new Mark(paper);
    }

    static String of(Paper paper) {
        return new Page(paper).page();
    }

    private String page() {
        String title = paper.kind().title();
        boolean wide = paper.kind().wide();
        html.raw("<html lang=\"en\"><head><title>").text(title).raw("</title><meta name=\"subject\" content=\"");
        html.text(title)
                .raw("\"/><meta name=\"description\" content=\"")
                .text(title)
                .raw("\"/>");
        bookmarks();
        html.raw("<style>").raw(margins(title, wide)).raw(STYLE).raw("</style></head><body><h1>");
        html.text(title).raw("</h1>");
        paper.notices().forEach(this::line);
        paper.facts().forEach(this::line);
        field("Drafted on", paper.drafted());
        field("Marking", paper.marking().label());
        int number = 0;
        for (Section section : paper.sections()) section(section, ++number);
        sources();
        return html.raw("</body></html>").toString();
    }

    private String margins(String title, boolean wide) {
        String marking = Html.css(paper.marking().label());
        String face = "font-family: 'Liberation Sans'; font-size: 8pt;";
        return "@page { size: A4 " + (wide ? "landscape" : "portrait") + "; margin: 20mm 15mm 18mm 15mm;"
                + "@top-center { content: " + marking + "; font-weight: bold; " + face + " }"
                + "@top-right { content: 'DRAFT'; " + face + " }"
                + "@top-left { content: " + Html.css(title) + "; " + face + " }"
                + "@bottom-center { content: " + marking + "; font-weight: bold; " + face + " }"
                + "@bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); " + face + " }"
                + "@bottom-left { content: 'A licensed person decides and signs'; " + face + " } }\n";
    }

    private void bookmarks() {
        html.raw("<bookmarks>");
        int number = 0;
        for (Section section : paper.sections())
            html.raw("<bookmark name=\"").text(joined(section.heading())).raw("\" href=\"#s" + ++number + "\"/>");
        if (!paper.sources().isEmpty()) html.raw("<bookmark name=\"Sources\" href=\"#sources\"/>");
        html.raw("</bookmarks>");
    }

    private void section(Section section, int number) {
        html.raw("<h2 id=\"s" + number + "\">").text(joined(section.heading())).raw("</h2>");
        section.lines().forEach(this::line);
    }

    private void line(Line line) {
        switch (line) {
            case Line.Remark(var boxed, var words) -> wrapped("div", boxed ? "box" : "text", words);
            case Line.Field(var label, var words) -> {
                html.raw("<p><span class=\"label\">").text(label + ": ").raw("</span>");
                if (words.isEmpty())
                    html.raw("<span class=\"empty\">").text("\u00A0").raw("</span>");
                else words(words);
                html.raw("</p>");
            }
            case Line.Subheading(var text) -> html.raw("<h3>").text(text.text()).raw("</h3>");
            case Line.Danger(var kind, var text) -> {
                String name = kind.name();
                html.raw("<div class=\"danger " + name.toLowerCase(Locale.ROOT) + "\"><p><span class=\"label\">");
                html.text(name + ": ").raw("</span>");
                words(List.of(text));
                html.raw("</p></div>");
            }
            case Line.Step step -> step(step);
            case Line.Item(var depth, var words) -> {
                html.raw("<p style=\"margin-left: " + (12 + 14 * depth) + "pt\">")
                        .text("\u2022 ");
                words(words);
                html.raw("</p>");
            }
            case Line.Grid(var header, var rows) -> grid(header, rows);
            case Line.SignOff(var labels) -> signOff(labels);
        }
    }

    private void step(Line.Step step) {
        html.raw("<div class=\"step\" style=\"margin-left: " + 14 * step.depth() + "pt\">");
        if (step.done()) html.raw("<div class=\"sign\"></div>");
        html.raw("<p>");
        step.holds().ifPresent(hold -> {
            html.raw("<span class=\"hold\">")
                    .text(hold.verdict().label() + " " + hold.words().text())
                    .raw("</span><br/>");
        });
        if (!step.number().isBlank())
            html.raw("<span class=\"number\">").text(step.number() + " ").raw("</span>");
        words(List.of(step.text()));
        html.raw("</p></div>");
    }

    private void grid(List<Words> header, List<List<List<Words>>> rows) {
        table(ColumnWidths.of(header, rows, paper.kind().wide() ? WIDE_LETTERS : LETTERS));
        if (!header.isEmpty()) {
            html.raw("<thead><tr>");
            header.forEach(
                    name -> html.raw("<th scope=\"col\">").text(name.text()).raw("</th>"));
            html.raw("</tr></thead>");
        }
        html.raw("<tbody>");
        for (List<List<Words>> row : rows) {
            html.raw("<tr>");
            Optional<String> last = Optional.empty();
            for (List<Words> cell : row) {
                html.raw("<td>");
                last = cell(cell, last);
                html.raw("</td>");
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table>");
    }

    /** Of columns that are as wide as they are told to be: one that grew with a long word pushed the others off the sheet. */
    private void table(List<Double> widths) {
        html.raw("<table><colgroup>");
        widths.forEach(width -> html.raw("<col style=\"width: " + width + "%\"/>"));
        html.raw("</colgroup>");
    }

    /** A mark that stands in the cell before is not said again. */
    private Optional<String> cell(List<Words> cell, Optional<String> last) {
        Optional<String> now = last;
        for (Words words : cell) {
            html.text(shown(words.text()) + " ");
            Optional<String> own = mark.of(words);
            if (own.isPresent() && !own.equals(now)) {
                cite(own.get());
                now = own;
            }
        }
        return now;
    }

    private void signOff(List<String> labels) {
        html.raw("<table><thead><tr>");
        labels.forEach(label -> html.raw("<th scope=\"col\">").text(label).raw("</th>"));
        html.raw("</tr></thead><tbody><tr>");
        labels.forEach(label -> html.raw("<td class=\"blank\"></td>"));
        html.raw("</tr></tbody></table>");
    }

    private void sources() {
        List<Citation> sources = paper.sources();
        if (sources.isEmpty()) return;
        html.raw("<h2 id=\"sources\">Sources</h2>");
        table(SOURCES);
        html.raw("<thead><tr>");
        for (String name : List.of("Mark", "Document", "Revision", "Standing", "Title"))
            html.raw("<th scope=\"col\">").text(name).raw("</th>");
        html.raw("</tr></thead><tbody>");
        int number = 0;
        for (Citation source : sources) {
            html.raw("<tr>");
            for (String cell : List.of(
                    "S" + ++number, source.document().value(), source.revision(), source.standing(), source.title()))
                html.raw("<td>").text(cell).raw("</td>");
            html.raw("</tr>");
        }
        html.raw("</tbody></table>");
    }

    private void field(String label, String value) {
        html.raw("<p><span class=\"label\">")
                .text(label + ": ")
                .raw("</span>")
                .text(value)
                .raw("</p>");
    }

    private void wrapped(String element, String style, List<Words> words) {
        html.raw("<" + element + " class=\"" + style + "\"><p>");
        words(words);
        html.raw("</p></" + element + ">");
    }

    private void words(List<Words> all) {
        for (Words words : all) {
            html.text(shown(words.text()) + " ");
            mark.of(words).ifPresent(this::cite);
        }
    }

    private void cite(String own) {
        html.raw("<span class=\"cite\">").text("[" + own + "] ").raw("</span>");
    }

    /** Cells of a row that is quoted as one line would run into each other: a tab is printed as a space. */
    static String shown(String words) {
        return words.replace("\t", " \u00B7 ");
    }

    static String joined(List<Words> words) {
        return words.stream().map(Words::text).collect(Collectors.joining(" "));
    }
}
