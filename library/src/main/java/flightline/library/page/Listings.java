package flightline.library.page;

import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The lists at the front of a manual, made from its finished leaves: contents with dot leaders, and the effective pages. */
final class Listings {
    private static final double LEAD = 13;

    private final Faces faces;
    private final Margins margins;
    private final List<Leaf> body;

    Listings(Faces faces, Margins margins, List<Leaf> body) {
        this.faces = faces;
        this.margins = margins;
        this.body = body;
    }

    List<Row> set(Block.Listing.Kind kind) {
        return switch (kind) {
            case CONTENTS -> contents();
            case EFFECTIVE_PAGES -> effectivePages();
        };
    }

    private List<Row> contents() {
        List<Row> rows = new ArrayList<>();
        for (Leaf leaf : body) {
            for (Row.Anchor anchor : leaf.anchors()) {
                String page = anchor.level() == 1 ? "" : leaf.block().subject() + "  " + leaf.number();
                rows.add(entry(anchor, page));
            }
        }
        return rows;
    }

    private Row entry(Row.Anchor anchor, String page) {
        boolean chapter = anchor.level() == 1;
        Face face = chapter ? Face.BOLD : Face.PLAIN;
        double size = chapter ? 10.5 : 9.5;
        double indent = chapter ? 0 : 14 * (anchor.level() - 1);
        String text = chapter
                ? "CHAPTER " + anchor.number() + "  " + anchor.title()
                : anchor.number() + "  " + anchor.title();
        return Row.of(chapter ? LEAD + 5 : LEAD, chapter, (sheet, x, top) -> {
            double y = top - (chapter ? 15 : 10);
            String shown =
                    faces.wrap(face, size, Sheet.MEASURE - indent - 90, text).getFirst();
            sheet.text(face, size, x + indent, y, shown);
            if (!page.isEmpty()) {
                double right = x + Sheet.MEASURE;
                double from = x + indent + faces.width(face, size, shown) + 4;
                double to = right - faces.width(face, size, page) - 4;
                int dots = (int) Math.max(0, (to - from) / faces.width(face, size, "."));
                sheet.textRight(face, size, to, y, ".".repeat(dots));
                sheet.textRight(face, size, right, y, page);
            }
        });
    }

    /** One line for each subject: its pages, and those which this revision changed with their date. */
    private List<Row> effectivePages() {
        Map<String, List<Leaf>> subjects = new LinkedHashMap<>();
        for (Leaf leaf : body) {
            subjects.computeIfAbsent(leaf.block().subject(), key -> new ArrayList<>())
                    .add(leaf);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Chapter-section-subject", "Pages", "Date", "Changed pages", "Date"));
        subjects.forEach((subject, leaves) -> {
            List<Leaf> changed =
                    leaves.stream().filter(leaf -> leaf.sheet().changed()).toList();
            List<Leaf> same =
                    leaves.stream().filter(leaf -> !leaf.sheet().changed()).toList();
            rows.add(List.of(
                    subject,
                    ranges(same),
                    same.isEmpty() ? "" : margins.date(same.getFirst()),
                    ranges(changed),
                    changed.isEmpty() ? "" : margins.date(changed.getFirst())));
        });
        Block.Table table = new Block.Table(Block.Table.Style.RULED, List.of(26, 24, 16, 18, 16), "", rows);
        return new TableSetter(faces, Sheet.MEASURE).set(table);
    }

    private static String ranges(List<Leaf> leaves) {
        TreeSet<Integer> numbers = new TreeSet<>();
        leaves.forEach(leaf -> numbers.add(leaf.number()));
        StringBuilder text = new StringBuilder();
        while (!numbers.isEmpty()) {
            int first = numbers.removeFirst();
            int last = first;
            while (!numbers.isEmpty() && numbers.first() == last + 1) {
                last = numbers.removeFirst();
            }
            text.append(text.isEmpty() ? "" : ", ").append(first);
            if (last > first) {
                text.append("-").append(last);
            }
        }
        return text.toString();
    }
}
