package flightline.eval.office;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes a text's blocks as a page that an office program opens: headings, nested lists, tables, warnings in bold. */
final class BlocksAsHtml {
    private final StringBuilder page = new StringBuilder();
    private final Deque<String> lists = new ArrayDeque<>();

    private BlocksAsHtml() {}

    static String of(List<PlacedBlock> blocks) {
        var html = new BlocksAsHtml();
        blocks.forEach(b -> html.block(b.block()));
        html.leaveLists(0);
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + html.page + "</body></html>\n";
    }

    /** Text with what is markup in HTML and XML written as entities. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Step step -> item("ol", step.depth(), step.text());
            case Block.ListItem item -> item("ul", item.depth(), item.text());
            case Block.Heading heading -> element("h" + Math.clamp(heading.level(), 1, 6), escaped(heading.text()));
            case Block.Safety safety ->
                element(
                        "p",
                        "<b>" + safety.kind() + ":</b> "
                                + escaped(safety.text()).replace("\n", "<br>"));
            case Block.Table table -> table(table);
            default -> element("p", escaped(block.text()).replace("\n", "<br>"));
        }
    }

    private void element(String name, String content) {
        leaveLists(0);
        page.append('<').append(name).append('>').append(content);
        page.append("</").append(name).append(">\n");
    }

    private void item(String list, int depth, String text) {
        leaveLists(depth + 1);
        if (lists.size() == depth + 1 && !list.equals(lists.peek())) leaveLists(depth);
        while (lists.size() < depth + 1) {
            page.append('<').append(list).append('>');
            lists.push(list);
        }
        page.append("<li>").append(escaped(text).replace("\n", "<br>"));
    }

    private void leaveLists(int left) {
        while (lists.size() > left) page.append("</").append(lists.pop()).append(">\n");
    }

    private void table(Block.Table table) {
        leaveLists(0);
        page.append("<table border=\"1\">");
        if (!table.caption().isEmpty())
            page.append("<caption>").append(escaped(table.caption())).append("</caption>");
        if (!table.header().isEmpty()) row("th", table.header());
        for (Block.Row row : table.rows()) row("td", row.cells());
        page.append("</table>\n");
    }

    private void row(String kind, List<String> cells) {
        page.append("<tr>");
        for (String cell : cells)
            page.append('<')
                    .append(kind)
                    .append('>')
                    .append(escaped(cell))
                    .append("</")
                    .append(kind)
                    .append('>');
        page.append("</tr>\n");
    }
}
