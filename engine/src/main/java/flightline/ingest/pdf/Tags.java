package flightline.ingest.pdf;

import java.util.List;
import java.util.Optional;

/** What a structure tree says of lines and words, where it can be believed; nothing where it cannot. */
final class Tags {
    static final Tags NONE = new Tags(Optional.empty());

    private final Optional<TagTree> tree;

    private Tags(Optional<TagTree> tree) {
        this.tree = tree;
    }

    /**
     * Believed are trees that speak of most of the text. One that calls a quarter of the text headings was made by a
     * program that knew only sizes.
     */
    static Tags believable(TagTree tree, List<Sheet> sheets) {
        if (tree.isEmpty()) return NONE;
        long all = 0;
        long tagged = 0;
        long headings = 0;
        for (Sheet sheet : sheets)
            for (Word word : sheet.words()) {
                if (word.mark() == MarkedContent.ARTIFACT) continue;
                all++;
                Optional<Tag> tag = tree.tag(sheet.number(), word.mark());
                if (tag.isEmpty()) continue;
                tagged++;
                if (tag.get().heading() > 0) headings++;
            }
        return tagged * 10 >= all * 8 && headings * 4 <= tagged ? new Tags(Optional.of(tree)) : NONE;
    }

    /** The tag that all words of the line share the block of. */
    Optional<Tag> of(Line line) {
        Optional<Tag> first = of(line.sheet(), line.words().getFirst());
        return first.filter(tag -> line.words().stream()
                .allMatch(w -> of(line.sheet(), w)
                        .filter(t -> t.element() == tag.element())
                        .isPresent()));
    }

    Optional<Tag> of(Sheet sheet, Word word) {
        return tree.flatMap(t -> t.tag(sheet.number(), word.mark()));
    }
}
