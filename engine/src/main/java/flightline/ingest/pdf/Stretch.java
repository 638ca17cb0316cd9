package flightline.ingest.pdf;

/** A part of a page's width, from one x to a larger one. */
record Stretch(double from, double to) {
    double width() {
        return to - from;
    }

    double middle() {
        return (from + to) / 2;
    }

    boolean meets(Stretch other) {
        return from < other.to && other.from < to;
    }

    boolean within(Stretch other) {
        return other.from - 0.01 <= from && to <= other.to + 0.01;
    }
}
