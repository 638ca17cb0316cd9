package flightline.ingest.pdf;

import java.util.Collection;

/** A rectangle in a page's reading frame. */
record Area(double left, double bottom, double right, double top) {
    static Area of(Word word) {
        return new Area(word.left(), word.bottom(), word.right(), word.top());
    }

    static Area around(Collection<Word> words) {
        return words.stream()
                .map(Area::of)
                .reduce(Area::around)
                .orElseThrow(() -> new IllegalArgumentException("no words to put a box around"));
    }

    Area around(Area other) {
        return new Area(
                Math.min(left, other.left),
                Math.min(bottom, other.bottom),
                Math.max(right, other.right),
                Math.max(top, other.top));
    }

    boolean holds(double x, double y) {
        return left <= x && x <= right && bottom <= y && y <= top;
    }

    boolean holds(Word word) {
        return holds(word.middle(), word.baseline() + 0.3 * word.size());
    }

    /** What both cover; of no or less than no size where they do not meet. */
    Area shared(Area other) {
        return new Area(
                Math.max(left, other.left),
                Math.max(bottom, other.bottom),
                Math.min(right, other.right),
                Math.min(top, other.top));
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    double middle() {
        return (bottom + top) / 2;
    }
}
