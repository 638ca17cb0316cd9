package flightline.eval;

import flightline.corpus.SafetyKind;
import flightline.eval.LabelledPage.LabelledBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the page's words into the label's boxes. */
final class ReferencePage {
    private ReferencePage() {}

    static PageContent of(LabelledPage label, PageWords words) {
        var content = new PageContent(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (LabelledBlock block : label.blocks()) add(block, words, content);
        return content;
    }

    private static void add(LabelledBlock block, PageWords words, PageContent content) {
        String text = words.text(block.boxes());
        switch (block.kind()) {
            case "running" -> {
                content.running().add(Fold.words(text));
                return;
            }
            case "table" -> {
                table(block, words, content);
                return;
            }
            case "heading" -> content.headings().add(new PageContent.Title(Fold.word(text), block.level()));
            case "step" -> content.steps().add(Fold.word(words.text(block.number())));
            case "warning", "caution", "note" -> {
                var kind = SafetyKind.valueOf(block.kind().toUpperCase(Locale.ROOT));
                content.dangers().add(new PageContent.Danger(kind, unnamed(kind, Fold.words(text))));
            }
            case "paragraph", "item", "caption", "footnote" -> {}
            default -> throw new IllegalArgumentException("kind of block is unknown: " + block.kind());
        }
        content.words().addAll(Fold.words(text));
    }

    private static void table(LabelledBlock block, PageWords words, PageContent content) {
        var cells = new ArrayList<PageContent.Cell>();
        for (var cell : block.cells()) {
            String text = words.text(cell.boxes());
            content.words().addAll(Fold.words(text));
            if (!text.isBlank())
                cells.add(
                        new PageContent.Cell(cell.row(), cell.column(), cell.rows(), cell.columns(), Fold.cell(text)));
        }
        content.tables().add(cells);
    }

    /** The words without the one before them that names the kind, which a parser may keep or take off. */
    static List<String> unnamed(SafetyKind kind, List<String> words) {
        boolean named =
                !words.isEmpty() && words.getFirst().startsWith(kind.name().toLowerCase(Locale.ROOT));
        return named ? words.subList(1, words.size()) : words;
    }
}
