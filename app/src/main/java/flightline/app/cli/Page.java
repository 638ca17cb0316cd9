package flightline.app.cli;

import flightline.app.view.Unseen;
import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** Lays text out for a terminal: wrapped paragraphs, boxes, bars, tables. */
final class Page {
    private final StringBuilder text = new StringBuilder();
    private final Paint paint;
    private final int width;

    Page(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    Page line(String line) {
        text.append(seen(line)).append('\n');
        return this;
    }

    /** Nothing that a name or a document holds may command the terminal; our own inks may. */
    private String seen(String line) {
        if (!paint.on()) return Unseen.text(line);
        var seen = new StringBuilder();
        int from = 0;
        for (Matcher ink = Paint.INK.matcher(line); ink.find(); from = ink.end())
            seen.append(Unseen.text(line.substring(from, ink.start()))).append(ink.group());
        return seen.append(Unseen.text(line.substring(from))).toString();
    }

    Page blank() {
        return line("");
    }

    Page heading(String heading) {
        return blank().line(paint.bold(heading));
    }

    /**
     * Text in one ink, wrapped behind a lead.
     *
     * @param lead as it is measured; {@code shown} is the same in colour
     */
    Page hanging(String lead, String shown, String body, UnaryOperator<String> ink) {
        String before = shown;
        for (String each : wrap(body, width - lead.length())) {
            line(before + ink.apply(each));
            before = " ".repeat(lead.length());
        }
        return this;
    }

    /** A paragraph, its first line led by {@code lead}, the others indented as far. */
    Page paragraph(String lead, String body, String tail) {
        String indent = " ".repeat(lead.length());
        List<String> lines = wrap(body + (tail.isEmpty() ? "" : " " + tail), width - lead.length());
        for (int i = 0; i < lines.size(); i++) {
            String shown =
                    i == lines.size() - 1 && !tail.isEmpty() && lines.get(i).endsWith(tail)
                            ? lines.get(i).substring(0, lines.get(i).length() - tail.length()) + paint.blue(tail)
                            : lines.get(i);
            line((i == 0 ? lead : indent) + shown);
        }
        return this;
    }

    /** A line above and below what is marked; nothing for what is not. */
    Page marking(Marking marking) {
        return marking.equals(Marking.UNMARKED) ? this : blank().line(paint.red(marking.label()));
    }

    /** A box with a title, for what must not be overlooked. */
    Page box(String title, String body, boolean grave) {
        int inner = width - 4;
        String top = "┌─ " + title + " " + "─".repeat(Math.max(0, width - title.length() - 5)) + "┐";
        line(grave ? paint.red(top) : paint.amber(top));
        String side = grave ? paint.red("│") : paint.amber("│");
        for (String each : wrap(body, inner))
            line(side + " " + each + " ".repeat(Math.max(0, inner - each.length())) + " " + side);
        String bottom = "└" + "─".repeat(width - 2) + "┘";
        return line(grave ? paint.red(bottom) : paint.amber(bottom));
    }

    /** A bar for a share between 0 and 1. */
    static String bar(double share, int cells) {
        int full = (int) Math.round(Math.clamp(share, 0, 1) * cells * 8);
        var bar = new StringBuilder();
        bar.repeat('█', full / 8);
        if (full % 8 > 0) bar.append("▏▎▍▌▋▊▉".charAt(full % 8 - 1));
        return bar + " ".repeat(Math.max(0, cells - bar.length()));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%3.0f %%", share * 100);
    }

    /** A table whose columns are as wide as their widest cell; the last one takes what is left. */
    Page table(List<String> header, List<List<String>> rows) {
        int columns = header.size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = header.get(i).length();
            for (List<String> row : rows)
                widths[i] = Math.max(widths[i], told(row.get(i)).length());
        }
        int used = 0;
        for (int i = 0; i < columns - 1; i++) {
            widths[i] = Math.min(widths[i], Math.max(8, width / 2));
            used += widths[i] + 2;
        }
        widths[columns - 1] = Math.max(12, Math.min(widths[columns - 1], width - used));
        line(paint.bold(row(header, widths)));
        for (List<String> row : rows) line(row(row, widths));
        return this;
    }

    private static String row(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = shorten(told(cells.get(i)), widths[i]);
            line.append(cell);
            if (i < cells.size() - 1) line.repeat(' ', widths[i] - cell.length() + 2);
        }
        return line.toString().stripTrailing();
    }

    /** A cell is one line. */
    private static String told(String cell) {
        return Unseen.text(cell).replace("\n", "\\u000A").replace("\t", "\\u0009");
    }

    static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
    }

    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.replace("\t", "  ·  ").split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : paragraph.strip().split(" +")) {
                String rest = word;
                if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (rest.length() > width) {
                    lines.add(rest.substring(0, width));
                    rest = rest.substring(width);
                }
                if (!line.isEmpty()) line.append(' ');
                line.append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
