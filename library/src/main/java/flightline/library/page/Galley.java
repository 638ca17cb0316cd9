package flightline.library.page;

import flightline.library.figure.Draughtsman;
import flightline.library.figure.Drawing;
import flightline.library.source.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sets blocks into rows of a given measure. */
final class Galley {
    private static final double SIZE = 10;
    private static final double LEAD = 12.6;
    private static final double GAP = 5;

    private final Faces faces;
    private final Numbering numbering;
    private final Function<String, Drawing> drawings;

    Galley(Faces faces, Numbering numbering, Function<String, Drawing> drawings) {
        this.faces = faces;
        this.numbering = numbering;
        this.drawings = drawings;
    }

    /** The rows of {@code block}; blocks that steer the pages are not for the galley and fail. */
    List<Row> set(Block block, double measure) {
        return switch (block) {
            case Block.Task(String number, String title) -> task(number, title, measure);
            case Block.Heading(int level, String text) -> heading(level, text, measure);
            case Block.Paragraph(String text) -> hung("", 0, text, measure);
            case Block.Step(int level, String text) -> hung(numbering.step(level), 24 * level - 4, text, measure);
            case Block.Item(String text) -> hung("\u2022", 20, text, measure);
            case Block.Notice notice -> notice(notice, measure);
            case Block.Table table -> new TableSetter(faces, measure).set(table);
            case Block.Figure(String drawing, String caption) -> List.of(figure(drawing, caption, measure));
            case Block.Changed(Block inner) ->
                set(inner, measure).stream().map(Row::marked).toList();
            case Block.Chapter wrong -> throw misplaced(wrong);
            case Block.PageBlock wrong -> throw misplaced(wrong);
            case Block.Columns wrong -> throw misplaced(wrong);
            case Block.SheetBreak wrong -> throw misplaced(wrong);
            case Block.Listing wrong -> throw misplaced(wrong);
        };
    }

    private static IllegalArgumentException misplaced(Block block) {
        return new IllegalArgumentException("cannot stand inside columns: " + block);
    }

    private List<Row> task(String number, String title, double measure) {
        numbering.startTask();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(24, true, (sheet, x, top) -> sheet.text(Face.BOLD, 10.5, x, top - 18, "TASK " + number))
                .at(new Row.Anchor(3, number, title)));
        rows.addAll(lines(Face.BOLD, 11, 0, title, measure, true, GAP + 1));
        return rows;
    }

    private List<Row> heading(int level, String text, double measure) {
        if (level == 0) {
            List<Row> rows = new ArrayList<>();
            for (String line : faces.wrap(Face.BOLD, 14, measure, text)) {
                rows.add(Row.of(
                        22, true, (sheet, x, top) -> sheet.textMid(Face.BOLD, 14, x + measure / 2, top - 14, line)));
            }
            return rows;
        }
        String number = numbering.heading(level);
        double size = level == 1 ? 11.5 : 10.5;
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(level == 1 ? 6 : 3, true, (sheet, x, top) -> {}));
        rows.addAll(labelled(Face.BOLD, size, number, level == 1 ? 22 : 20, text, measure, true));
        return rows;
    }

    /** Text that hangs beside a label; the label stands to the left of {@code indent}. */
    private List<Row> hung(String label, double indent, String text, double measure) {
        return labelled(Face.PLAIN, SIZE, label, indent, text, measure, false);
    }

    private List<Row> labelled(
            Face face, double size, String label, double indent, String text, double measure, boolean keep) {
        double inner = indent > 0 ? indent + 4 : 0;
        List<Row> rows = new ArrayList<>(lines(face, size, inner, text, measure, keep, GAP));
        if (!label.isEmpty()) {
            Row first = rows.getFirst();
            Row.Painter body = first.painter();
            double start = inner - Math.max(18, faces.width(face, size, label) + 5);
            rows.set(0, new Row(first.height(), first.keep(), false, List.of(), first.anchor(), (sheet, x, top) -> {
                sheet.text(face, size, x + start, top - size + 0.5, label);
                body.paint(sheet, x, top);
            }));
        }
        return rows;
    }

    private List<Row> lines(
            Face face, double size, double indent, String text, double measure, boolean keep, double gap) {
        List<String> lines = faces.wrap(face, size, measure - indent, text);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean last = i == lines.size() - 1;
            // No single first or last line is left alone on a page.
            boolean together = keep || (!last && (i == 0 || i == lines.size() - 2));
            double height = Math.max(LEAD, size + 2.4) + (last ? gap : 0);
            rows.add(Row.of(
                    height, together, (sheet, x, top) -> sheet.text(face, size, x + indent, top - size + 0.5, line)));
        }
        return rows;
    }

    private List<Row> notice(Block.Notice notice, double measure) {
        if (notice.kind() == Block.Notice.Kind.NOTE) {
            double indent = 38;
            List<Row> rows = new ArrayList<>(lines(Face.SLANTED, SIZE, indent, notice.text(), measure, false, GAP));
            Row first = rows.getFirst();
            Row.Painter body = first.painter();
            rows.set(0, Row.of(first.height(), first.keep(), (sheet, x, top) -> {
                sheet.text(Face.BOLD, SIZE, x, top - SIZE + 0.5, "NOTE:");
                body.paint(sheet, x, top);
            }));
            return rows;
        }
        boolean warning = notice.kind() == Block.Notice.Kind.WARNING;
        double indent = 66;
        List<String> lines = faces.wrap(Face.BOLD, 9.5, measure - indent - 12, notice.text());
        double height = lines.size() * 12 + 10;
        return List.of(Row.of(height + 7, true, (sheet, x, top) -> {
            sheet.dash(!warning);
            sheet.box(warning ? 1.6 : 0.9, x + 2, top, measure - 4, height, -1);
            sheet.dash(false);
            sheet.text(Face.BOLD, 9.5, x + 10, top - 14, notice.kind() + ":");
            double y = top - 14;
            for (String line : lines) {
                sheet.text(Face.BOLD, 9.5, x + indent, y, line);
                y -= 12;
            }
        }));
    }

    private Row figure(String name, String caption, double measure) {
        Drawing drawing = drawings.apply(name);
        double scale = Math.min(1.15, (measure - 12) / drawing.width());
        double height = drawing.height() * scale + 12;
        return Row.of(height + 32, false, (sheet, x, top) -> {
            sheet.box(0.5, x, top, measure, height, -1);
            double left = x + (measure - drawing.width() * scale) / 2;
            new Draughtsman(new SheetEasel(sheet, left, top - 6, scale)).draw(drawing);
            sheet.textMid(Face.BOLD, 9.5, x + measure / 2, top - height - 14, caption);
        });
    }
}
