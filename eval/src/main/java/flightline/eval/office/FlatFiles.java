package flightline.eval.office;

import static flightline.eval.office.BlocksAsHtml.escaped;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes sheets and slides as flat OpenDocument files, which an office program opens and saves in its other formats. */
final class FlatFiles {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\""
            + " office:mimetype=\"application/vnd.oasis.opendocument.%s\"><office:body>\n";
    private static final int LINES_A_SLIDE = 8;

    private FlatFiles() {}

    /**
     * A workbook.
     *
     * @param sheets rows by the name of their sheet; a number or a date in the form 2026-03-01 becomes one
     */
    static String workbook(Map<String, List<List<String>>> sheets) {
        var out = new StringBuilder(HEAD.formatted("spreadsheet")).append("<office:spreadsheet>");
        sheets.forEach((name, rows) -> {
            out.append("<table:table table:name=\"").append(escaped(name)).append("\">");
            for (List<String> row : rows) {
                out.append("<table:table-row>");
                row.forEach(value -> out.append(cell(value)));
                out.append("</table:table-row>\n");
            }
            out.append("</table:table>");
        });
        return out + "</office:spreadsheet></office:body></office:document>";
    }

    private static String cell(String value) {
        if (value.isEmpty()) return "<table:table-cell/>";
        String type = value.matches("-?\\d{1,9}(?:\\.\\d{1,4})?") && !value.matches("-?0\\d.*")
                ? "\"float\" office:value=\"" + value + "\""
                : value.matches("\\d{4}-\\d\\d-\\d\\d") ? "\"date\" office:date-value=\"" + value + "\"" : "\"string\"";
        return "<table:table-cell office:value-type=" + type + "><text:p>" + escaped(value)
                + "</text:p></table:table-cell>";
    }

    /** Slides: one for each heading, and more where it has many lines; tables stand on the slide, the first paragraph in its notes. */
    static String slides(List<PlacedBlock> blocks) {
        var out = new StringBuilder(HEAD.formatted("presentation")).append("<office:presentation>");
        String title = "";
        List<Block> lines = new ArrayList<>();
        for (var placed : blocks) {
            if (placed.block() instanceof Block.Heading || lines.size() == LINES_A_SLIDE) {
                slide(out, title, lines);
                lines.clear();
            }
            if (placed.block() instanceof Block.Heading heading) title = heading.text();
            else lines.add(placed.block());
        }
        slide(out, title, lines);
        return out + "</office:presentation></office:body></office:document>";
    }

    private static void slide(StringBuilder out, String title, List<Block> blocks) {
        if (title.isEmpty() && blocks.isEmpty()) return;
        out.append("<draw:page>");
        box(out, "title", 1, "<text:p>" + escaped(title) + "</text:p>");
        var lines = new StringBuilder();
        Predicate<Block> isTable = Block.Table.class::isInstance;
        blocks.stream()
                .filter(isTable.negate())
                .forEach(block -> lines.append("<text:list><text:list-item><text:p>")
                        .append(escaped(block.text()).replace("\n", "<text:line-break/>"))
                        .append("</text:p></text:list-item></text:list>"));
        if (!lines.isEmpty()) box(out, "outline", 5, lines.toString());
        blocks.stream().filter(isTable).forEach(block -> table(out, (Block.Table) block));
        var said = blocks.stream().filter(Block.Paragraph.class::isInstance).findFirst();
        if (said.isPresent()) {
            out.append("<presentation:notes>");
            box(out, "notes", 15, "<text:p>Speak of this: " + escaped(said.get().text()) + "</text:p>");
            out.append("</presentation:notes>");
        }
        out.append("</draw:page>\n");
    }

    private static void box(StringBuilder out, String role, int top, String content) {
        out.append("<draw:frame presentation:class=\"")
                .append(role)
                .append("\" svg:x=\"2cm\" svg:y=\"")
                .append(top);
        out.append("cm\" svg:width=\"24cm\" svg:height=\"9cm\"><draw:text-box>").append(content);
        out.append("</draw:text-box></draw:frame>");
    }

    private static void table(StringBuilder out, Block.Table table) {
        out.append("<draw:frame svg:x=\"2cm\" svg:y=\"9cm\" svg:width=\"24cm\" svg:height=\"6cm\"><table:table>");
        int columns = table.rows().stream()
                .mapToInt(r -> r.cells().size())
                .max()
                .orElse(table.header().size());
        out.append(
                "<table:table-column/>".repeat(Math.max(columns, table.header().size())));
        if (!table.header().isEmpty()) row(out, table.header());
        table.rows().forEach(row -> row(out, row.cells()));
        out.append("</table:table></draw:frame>");
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("<table:table-row>");
        for (String cell : cells)
            out.append("<table:table-cell><text:p>").append(escaped(cell)).append("</text:p></table:table-cell>");
        out.append("</table:table-row>");
    }
}
