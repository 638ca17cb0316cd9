package flightline.ingest.text;

import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.SourceTextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** One table of a page, its spanning cells repeated in every column and row that they span. */
final class HtmlTable {
    /** A page may claim any span; wider tables than this nobody reads. */
    private static final int MOST_COLUMNS = 200;

    private final Element table;

    /**
     * One row.
     *
     * @param cells by column, spanned ones repeated
     * @param text own cells only, parted by tabs
     */
    private record Line(List<String> cells, String text, boolean heading) {}

    /** A cell that reaches into the rows below. */
    private record Reaching(String text, int rowsLeft) {}

    HtmlTable(Element table) {
        this.table = table;
    }

    /** Writes it into the source text; empty where it has no words. */
    Optional<Block.Table> write(SourceTextWriter source) {
        var lines = lines();
        var captions = table.select("> caption");
        String caption = captions.isEmpty() ? "" : HtmlBlocks.words(captions.getFirst());
        if (lines.isEmpty()) return Optional.empty();
        Optional<Place> whole = caption.isEmpty() ? Optional.empty() : Optional.of(source.write(caption));
        List<String> header = List.of();
        List<Block.Row> rows = new ArrayList<>();
        for (Line line : lines) {
            Place place = source.write(line.text());
            whole = Optional.of(whole.map(w -> w.through(place)).orElse(place));
            if (line.heading() && rows.isEmpty()) header = joined(header, line.cells());
            else rows.add(new Block.Row(line.cells(), line.text(), place));
        }
        List<String> pieces = new ArrayList<>(caption.isEmpty() ? List.of() : List.of(caption));
        lines.forEach(line -> pieces.add(line.text()));
        return Optional.of(new Block.Table(caption, header, rows, String.join("\n", pieces), whole.orElseThrow()));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Reaching> reaching = new ArrayList<>();
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            Line line = line(row, reaching);
            if (!line.text().isBlank()) lines.add(line);
        }
        return lines;
    }

    private static Line line(Element row, List<Reaching> reaching) {
        Elements own = row.select("> td, > th");
        List<String> cells = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int next = 0;
        while (cells.size() < MOST_COLUMNS && (next < own.size() || cells.size() < reaching.size())) {
            int column = cells.size();
            while (reaching.size() <= column) reaching.add(new Reaching("", 0));
            Reaching above = reaching.get(column);
            if (above.rowsLeft() > 0) {
                cells.add(above.text());
                reaching.set(column, new Reaching(above.text(), above.rowsLeft() - 1));
                continue;
            }
            if (next == own.size()) break;
            Element cell = own.get(next++);
            String text = HtmlBlocks.words(cell).replace('\n', ' ');
            texts.add(text);
            int rows = span(cell, "rowspan");
            for (int i = span(cell, "colspan"); i > 0 && cells.size() < MOST_COLUMNS; i--) {
                while (reaching.size() <= cells.size()) reaching.add(new Reaching("", 0));
                reaching.set(cells.size(), new Reaching(text, rows - 1));
                cells.add(text);
            }
        }
        boolean heading = !own.isEmpty()
                && (row.closest("thead") != null
                        || own.stream().allMatch(c -> c.normalName().equals("th")));
        return new Line(cells, String.join("\t", texts).strip(), heading);
    }

    private static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return span.matches("[1-9]\\d{0,3}") ? Integer.parseInt(span) : 1;
    }

    /** Two header rows name a column together. */
    private static List<String> joined(List<String> above, List<String> below) {
        if (above.isEmpty()) return below;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
            String a = i < above.size() ? above.get(i) : "";
            String b = i < below.size() ? below.get(i) : "";
            names.add(a.equals(b) || b.isEmpty() ? a : (a + " " + b).strip());
        }
        return names;
    }
}
