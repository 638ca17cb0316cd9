package flightline.ingest.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The structure tree of a tagged PDF: what its author's program says of headings and tables. Evidence, not truth. */
final class TagTree {
    private static final int MOST = 500_000;
    private static final int DEEPEST = 60;

    private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final Map<Long, Tag> tags = new HashMap<>();
    /** Rows so far of each table, counted through its head, body and foot. */
    private final Map<Integer, Integer> rows = new HashMap<>();

    private final IdentityHashMap<COSDictionary, Boolean> seen = new IdentityHashMap<>();
    /** Tables with cells that reach down over rows: the cells beside them cannot be counted to their columns. */
    private final Set<Integer> reachingDown = new HashSet<>();

    private int elements;
    private int tables;

    private TagTree() {}

    /** Without tags where the document has no tree, or a broken one. */
    static TagTree of(PDDocument document) {
        var tree = new TagTree();
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null) return tree;
        int number = 0;
        for (PDPage page : document.getPages()) tree.pages.put(page.getCOSObject(), ++number);
        try {
            tree.children(root, 0, new Where(0, 0, 0, 0, 0, false));
        } catch (RuntimeException broken) {
            // Tags are a hint only: the page itself tells what it says.
            tree.tags.clear();
        }
        return tree;
    }

    boolean isEmpty() {
        return tags.isEmpty();
    }

    Optional<Tag> tag(int page, int mark) {
        Tag tag = mark < 0 ? null : tags.get(key(page, mark));
        if (tag == null) return Optional.empty();
        return Optional.of(
                reachingDown.contains(tag.table()) ? new Tag(tag.element(), tag.heading(), 0, 0, 0, false) : tag);
    }

    private static long key(int page, int mark) {
        return (long) page << 32 | mark;
    }

    private record Where(int page, int heading, int table, int row, int column, boolean names) {
        Where on(int other) {
            return new Where(other == 0 ? page : other, heading, table, row, column, names);
        }
    }

    private void children(PDStructureNode node, int depth, Where where) {
        if (depth > DEEPEST || elements > MOST || seen.put(node.getCOSObject(), true) != null) return;
        int element = elements;
        int column = 0;
        for (Object kid : node.getKids())
            switch (kid) {
                case PDStructureElement child -> {
                    String type = String.valueOf(child.getStandardStructureType());
                    elements++;
                    Where inside = inside(child, type, where, column);
                    if (type.equals("TD") || type.equals("TH")) {
                        column += span(child, "ColSpan");
                        if (span(child, "RowSpan") > 1) reachingDown.add(where.table);
                    }
                    children(child, depth + 1, inside);
                }
                case PDMarkedContentReference reference ->
                    put(page(reference.getPage(), where.page), reference.getMCID(), element, where);
                case Integer mark -> put(where.page, mark, element, where);
                default -> {
                    // annotations and pictures bear no text
                }
            }
    }

    private Where inside(PDStructureElement child, String type, Where where, int column) {
        Where on = where.on(page(child.getPage(), 0));
        return switch (type) {
            case "H", "H1", "Title" -> new Where(on.page, 1, on.table, on.row, on.column, on.names);
            case "H2", "H3", "H4", "H5", "H6" ->
                new Where(on.page, type.charAt(1) - '0', on.table, on.row, on.column, on.names);
            case "Table" -> new Where(on.page, on.heading, ++tables, 0, 0, false);
            case "TR" -> new Where(on.page, on.heading, on.table, rows.merge(on.table, 1, Integer::sum) - 1, 0, false);
            case "TH", "TD" -> new Where(on.page, on.heading, on.table, on.row, column, type.equals("TH"));
            default -> on;
        };
    }

    /** How many columns or rows a cell reaches over. */
    private static int span(PDStructureElement cell, String direction) {
        COSBase attributes = cell.getCOSObject().getDictionaryObject(COSName.A);
        int span = attributes instanceof COSDictionary one ? one.getInt(direction, 1) : 1;
        if (attributes instanceof org.apache.pdfbox.cos.COSArray several)
            for (COSBase each : List.copyOf(several.toList()))
                if (each instanceof COSDictionary one) span = Math.max(span, one.getInt(direction, 1));
        return Math.clamp(span, 1, 100);
    }

    private int page(@org.jspecify.annotations.Nullable PDPage page, int otherwise) {
        return page == null ? otherwise : pages.getOrDefault(page.getCOSObject(), otherwise);
    }

    private void put(int page, int mark, int element, Where where) {
        if (page > 0 && mark >= 0)
            tags.put(
                    key(page, mark),
                    new Tag(element, where.heading, where.table, where.row, where.column, where.names));
    }
}
