package flightline.ingest.pdf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The bookmarks of a PDF: what its author calls a heading, and how deep. */
final class Outline {
    private static final int MOST = 20_000;
    private static final int DEEPEST = 12;

    private final Map<String, Integer> levels = new HashMap<>();
    private int read;

    private Outline() {}

    static Outline of(PDDocument document) {
        var outline = new Outline();
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        if (root != null) outline.read(root, 1);
        return outline;
    }

    private void read(PDOutlineNode node, int level) {
        // Siblings may be linked in a ring.
        for (PDOutlineItem item = node.getFirstChild(); item != null && read < MOST; item = item.getNextSibling()) {
            read++;
            String title = item.getTitle();
            if (title != null && !title.isBlank()) levels.putIfAbsent(key(title), level);
            if (level < DEEPEST) read(item, level + 1);
        }
    }

    /** 1 for the outermost; absent where no bookmark bears this title. */
    OptionalInt level(String title) {
        Integer level = levels.get(key(title));
        return level == null ? OptionalInt.empty() : OptionalInt.of(level);
    }

    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
