package flightline.diagnosis;

import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The tables of troubles that stand as running text in the passages of one request. Reading one costs more than most of what is asked of it, so
 * each is read once.
 */
record TroubleTables(List<Standing> found) {
    /**
     * A table where it stands.
     *
     * @param table its offsets are those of the source text
     * @param pieces the passages of the block it stands in, in the order of the evidence
     */
    record Standing(FlattenedTable table, List<Exhibits.Document> pieces) {
        /** The passage that a place in the source text lies in. */
        Optional<Exhibits.Document> holding(int offset) {
            return pieces.stream()
                    .filter(d -> place(d).start() <= offset && offset < place(d).end())
                    .findFirst();
        }
    }

    public TroubleTables {
        found = List.copyOf(found);
    }

    static TroubleTables in(List<Exhibits.Document> documents) {
        var blocks = new LinkedHashMap<String, List<Exhibits.Document>>();
        for (Exhibits.Document document : documents)
            if (document.hit().passage().kind() == PassageKind.PARAGRAPH)
                blocks.computeIfAbsent(
                                document.hit().document().key() + "|"
                                        + document.hit().passage().firstBlock(),
                                k -> new ArrayList<>())
                        .add(document);
        var found = new ArrayList<Standing>();
        for (List<Exhibits.Document> pieces : blocks.values())
            table(pieces).ifPresent(table -> found.add(new Standing(table, pieces)));
        return new TroubleTables(found);
    }

    private static Optional<FlattenedTable> table(List<Exhibits.Document> pieces) {
        int end = pieces.stream().mapToInt(d -> place(d).end()).max().orElse(0);
        int start = pieces.stream().mapToInt(d -> place(d).start()).min().orElse(0);
        var text = new StringBuilder(" ".repeat(end - start));
        for (Exhibits.Document piece : pieces)
            text.replace(
                    place(piece).start() - start,
                    place(piece).end() - start,
                    piece.hit().passage().text());
        return FlattenedTable.in(text.toString()).map(t -> t.from(start));
    }

    static Place place(Exhibits.Document document) {
        return document.hit().passage().place();
    }
}
