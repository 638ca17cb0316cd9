package flightline.eval;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A parsed document, page by page. A block that goes on over the page is parted where that leaves most of its words on
 * the page on which they stand; a block is known by the page on which it begins.
 */
final class ParsedPages {
    private final Map<Integer, PageContent> pages = new HashMap<>();
    private final IntFunction<List<String>> wordsOf;

    /** @param wordsOf all words of a page of the PDF, empty beyond the last */
    ParsedPages(StructuredDocument document, IntFunction<List<String>> wordsOf) {
        this.wordsOf = wordsOf;
        int written = 0;
        for (var placed : document.blocks()) {
            Block block = placed.block();
            int end = block.place().end();
            // From the end of the block before, so that printed labels, which blocks leave out, are read too.
            String text = document.sourceText().substring(Math.min(written, end), end);
            int page = block.place().page().orElse(1);
            if (block instanceof Block.Table table) table(table, text, page);
            else words(Fold.words(text), page);
            note(block, page);
            written = Math.max(written, end);
        }
    }

    /** @param page 1-based; a page without blocks is empty */
    PageContent page(int page) {
        return pages.computeIfAbsent(
                page,
                p -> new PageContent(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        List.of()));
    }

    private void words(List<String> words, int page) {
        int cut = cut(words, page);
        page(page).words().addAll(words.subList(0, cut));
        if (cut < words.size()) page(page + 1).words().addAll(words.subList(cut, words.size()));
    }

    private int cut(List<String> words, int page) {
        var here = new HashSet<>(wordsOf.apply(page));
        if (words.stream().allMatch(here::contains)) return words.size();
        var next = new HashSet<>(wordsOf.apply(page + 1));
        int score = 0;
        int best = 0;
        int cut = words.size();
        for (int i = words.size() - 1; i >= 0; i--) {
            score += (next.contains(words.get(i)) ? 1 : 0) - (here.contains(words.get(i)) ? 1 : 0);
            if (score > best) {
                best = score;
                cut = i;
            }
        }
        return cut;
    }

    private void note(Block block, int page) {
        var content = page(page);
        if (block instanceof Block.Heading heading)
            content.headings()
                    .add(new PageContent.Title(Fold.word(heading.number() + heading.text()), heading.level()));
        if (block instanceof Block.Step step) content.steps().add(Fold.word(step.number()));
        if (block instanceof Block.Safety safety)
            content.dangers()
                    .add(new PageContent.Danger(
                            safety.kind(), ReferencePage.unnamed(safety.kind(), Fold.words(safety.text()))));
    }

    private void table(Block.Table table, String text, int page) {
        var rows = new HashMap<Integer, List<List<String>>>();
        if (!table.header().isEmpty())
            rows.computeIfAbsent(page, p -> new ArrayList<>()).add(table.header());
        int end = 0;
        int written = table.place().end() - text.length();
        for (var row : table.rows()) {
            int on = row.place().page().orElse(page);
            rows.computeIfAbsent(on, p -> new ArrayList<>()).add(row.cells());
            int to = Math.clamp(row.place().end() - written, end, text.length());
            page(on).words().addAll(Fold.words(text.substring(end, to)));
            end = to;
        }
        page(page).words().addAll(Fold.words(text.substring(end)));
        rows.forEach((on, grid) -> page(on).tables().add(cells(grid)));
    }

    private static List<PageContent.Cell> cells(List<List<String>> grid) {
        var cells = new ArrayList<PageContent.Cell>();
        for (int row = 0; row < grid.size(); row++)
            for (int column = 0; column < grid.get(row).size(); column++) {
                String text = Fold.cell(grid.get(row).get(column));
                if (!text.isEmpty()) cells.add(new PageContent.Cell(row, column, 1, 1, text));
            }
        return cells;
    }
}
