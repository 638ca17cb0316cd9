package flightline.ingest.pdf;

import flightline.ingest.ocr.PageImage;
import java.util.ArrayList;
import java.util.List;

/** Finds the straight lines drawn in a picture: unbroken runs of ink longer than any stroke of a letter. */
final class InkRules {
    /** Inches. */
    private static final double SHORTEST = 0.45;

    private static final double THICKEST = 0.06;
    /** Specks of white in a scanned line, in pixels. */
    private static final int GAP = 3;

    private static final int MOST = 5_000;

    private final PageImage image;
    private final int shortest;
    private final int thickest;
    private final List<Run> open = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private InkRules(PageImage image) {
        this.image = image;
        this.shortest = (int) (SHORTEST * image.dotsPerInch());
        this.thickest = (int) (THICKEST * image.dotsPerInch());
    }

    /** A run of ink, as far as it was followed from row to row. */
    private record Run(int from, int to, int first, int last) {
        boolean goesOn(int otherFrom, int otherTo, int at) {
            return at - last <= 2 && from <= otherTo && otherFrom <= to;
        }
    }

    /** In points of the picture's own frame, y upwards. */
    static List<Rule> of(PageImage image) {
        var all = new ArrayList<>(new InkRules(image).along(true));
        all.addAll(new InkRules(image).along(false));
        return all;
    }

    private List<Rule> along(boolean horizontal) {
        int lines = horizontal ? image.height() : image.width();
        int length = horizontal ? image.width() : image.height();
        for (int at = 0; at < lines && rules.size() < MOST; at++) {
            int from = -1;
            int white = 0;
            for (int i = 0; i <= length; i++) {
                boolean ink = i < length && (horizontal ? image.dark(i, at) : image.dark(at, i));
                if (ink) {
                    if (from < 0) from = i;
                    white = 0;
                } else if (from >= 0 && (++white > GAP || i == length)) {
                    if (i - white - from >= shortest) take(from, i - white, at);
                    from = -1;
                    white = 0;
                }
            }
            int row = at;
            open.removeIf(run -> finished(run, row, horizontal));
        }
        open.forEach(run -> finished(run, Integer.MAX_VALUE, horizontal));
        return rules;
    }

    private void take(int from, int to, int at) {
        for (int i = 0; i < open.size(); i++) {
            Run run = open.get(i);
            if (run.goesOn(from, to, at)) {
                open.set(i, new Run(Math.min(run.from, from), Math.max(run.to, to), run.first, at));
                return;
            }
        }
        open.add(new Run(from, to, at, at));
    }

    private boolean finished(Run run, int at, boolean horizontal) {
        if (at != Integer.MAX_VALUE && at - run.last <= 2) return false;
        // What is thicker is a bar or a picture.
        if (run.last - run.first <= thickest) {
            double points = 72.0 / image.dotsPerInch();
            double middle = (run.first + run.last + 1) / 2.0 * points;
            double height = image.height() * points;
            rules.add(
                    horizontal
                            ? new Rule(true, height - middle, run.from * points, run.to * points)
                            : new Rule(false, middle, height - run.to * points, height - run.from * points));
        }
        return true;
    }
}
