package flightline.ingest.pdf;

import flightline.corpus.Box;
import flightline.corpus.Reading;
import java.util.List;

/**
 * What a page bears, in its reading frame: turned so that most of its text runs from left to right.
 *
 * @param number 1-based page
 * @param width of the reading frame
 * @param turn quarter turns, counter-clockwise, from the page as shown to the reading frame, 0 to 3
 * @param sideways lines of text that run in another direction, each as one word
 * @param shades filled rectangles
 * @param images how many pictures are placed
 * @param reading whether its words are characters or were recognised, and which of those are uncertain
 */
record Sheet(
        int number,
        double width,
        double height,
        int turn,
        List<Word> words,
        List<Word> sideways,
        List<Rule> rules,
        List<Area> shades,
        int images,
        Reading reading) {
    Sheet {
        words = List.copyOf(words);
        sideways = List.copyOf(sideways);
        rules = List.copyOf(rules);
        shades = List.copyOf(shades);
    }

    /** One whose words were written as characters. */
    Sheet(
            int number,
            double width,
            double height,
            int turn,
            List<Word> words,
            List<Word> sideways,
            List<Rule> rules,
            List<Area> shades,
            int images) {
        this(number, width, height, turn, words, sideways, rules, shades, images, Reading.CHARACTERS);
    }

    Sheet with(List<Word> kept) {
        return new Sheet(number, width, height, turn, kept, sideways, rules, shades, images, reading);
    }

    /** Of the page as shown. */
    double shownWidth() {
        return turn % 2 == 1 ? height : width;
    }

    double shownHeight() {
        return turn % 2 == 1 ? width : height;
    }

    /** The area on the page as shown, held within the page and rounded to a hundredth. */
    Box box(Area area) {
        double left = within(area.left(), width);
        double right = within(area.right(), width);
        double bottom = within(area.bottom(), height);
        double top = within(area.top(), height);
        return switch (turn) {
            case 1 -> new Box(round(height - top), left, round(height - bottom), right);
            case 2 -> new Box(round(width - right), round(height - top), round(width - left), round(height - bottom));
            case 3 -> new Box(bottom, round(width - right), top, round(width - left));
            default -> new Box(left, bottom, right, top);
        };
    }

    private static double within(double value, double limit) {
        return round(Math.max(0, Math.min(limit, value)));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
