package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what was found on a page so that most of its text runs from left to right, and makes words of its characters. */
final class ReadingFrame {
    private ReadingFrame() {}

    static Sheet sheet(
            int number,
            double width,
            double height,
            List<Glyph> glyphs,
            PathTrace paths,
            int images,
            Map<String, String> known) {
        int turn = mostCommonTurn(glyphs);
        var upright = new ArrayList<Glyph>(glyphs.size());
        var others = new ArrayList<Glyph>();
        for (Glyph glyph : glyphs)
            if (glyph.turn() == turn) upright.add(glyph.turned(turn, width, height));
            else others.add(glyph);
        return new Sheet(
                number,
                turn % 2 == 1 ? height : width,
                turn % 2 == 1 ? width : height,
                turn,
                Words.of(upright, known),
                sideways(others, turn, width, height, known),
                paths.rules.stream().map(r -> turned(r, turn, width, height)).toList(),
                paths.shades.stream().map(a -> turned(a, turn, width, height)).toList(),
                images);
    }

    private static int mostCommonTurn(List<Glyph> glyphs) {
        var counts = new int[4];
        for (Glyph glyph : glyphs) if (!glyph.isBlank()) counts[glyph.turn()]++;
        int best = 0;
        for (int turn = 1; turn < 4; turn++) if (counts[turn] > counts[best]) best = turn;
        return best;
    }

    /** Lines in each other direction, read in their own frame and set down where they stand in the page's. */
    private static List<Word> sideways(
            List<Glyph> others, int turn, double width, double height, Map<String, String> known) {
        var lines = new ArrayList<Word>();
        for (int own = 0; own < 4; own++) {
            int direction = own;
            var glyphs = others.stream()
                    .filter(g -> g.turn() == direction)
                    .map(g -> g.turned(direction, width, height))
                    .toList();
            if (glyphs.isEmpty()) continue;
            var frame = new Sheet(
                    1,
                    direction % 2 == 1 ? height : width,
                    direction % 2 == 1 ? width : height,
                    direction,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0);
            for (Line line : Line.of(frame, Words.of(glyphs, known))) {
                var shown = frame.box(line.area());
                Area area =
                        turned(new Area(shown.left(), shown.bottom(), shown.right(), shown.top()), turn, width, height);
                lines.add(new Word(
                        line.text(), area.left(), area.right(), area.bottom(), line.size(), line.bold(), true));
            }
        }
        return lines;
    }

    private static Area turned(Area a, int turn, double width, double height) {
        return switch (turn) {
            case 1 -> new Area(a.bottom(), width - a.right(), a.top(), width - a.left());
            case 2 -> new Area(width - a.right(), height - a.top(), width - a.left(), height - a.bottom());
            case 3 -> new Area(height - a.top(), a.left(), height - a.bottom(), a.right());
            default -> a;
        };
    }

    private static Rule turned(Rule r, int turn, double width, double height) {
        if (turn == 0) return r;
        Area area = turned(
                r.horizontal()
                        ? new Area(r.from(), r.at(), r.to(), r.at())
                        : new Area(r.at(), r.from(), r.at(), r.to()),
                turn,
                width,
                height);
        return r.horizontal() == (turn == 2)
                ? new Rule(true, area.bottom(), area.left(), area.right())
                : new Rule(false, area.left(), area.bottom(), area.top());
    }
}
