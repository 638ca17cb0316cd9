package flightline.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What is watched for a change while the product is in service. Counts alone are kept of it, never a word. */
public enum DriftMeasure {
    UNKNOWN_WORDS(
            "Unknown words",
            "share of the words of a request that neither the trade's vocabulary nor everyday English has",
            0.10,
            0.05,
            0.10,
            0.15,
            0.20,
            0.25,
            0.30,
            0.40,
            0.50,
            0.75),
    LENGTH("Length", "words of a request", 0.15, 3, 5, 7, 9, 11, 14, 18, 25, 40),
    LANGUAGE("Language", "language of a request, by its small words", 0.05),
    CHAPTERS("Chapters", "ATA chapter of the likeliest system of each diagnosis", 0.10),
    CONFIDENCE(
            "Confidence",
            "probability of the likeliest system of each diagnosis",
            0.10,
            0.1,
            0.2,
            0.3,
            0.4,
            0.5,
            0.6,
            0.7,
            0.8,
            0.9),
    SET_SIZE(
            "Size of the set",
            "systems in the set that is to hold the right one in nine of ten cases",
            0.15,
            1,
            2,
            3,
            4,
            5,
            6,
            10,
            20),
    OUTCOMES("Outcomes", "what became of each request", 0.05),
    COVERAGE("Coverage", "confirmed causes whose system was in the set of the diagnosis that began the session", 0.05),
    CAUSES("Causes", "place of the confirmed cause among those that the diagnosis named", 0.10),
    FEEDBACK("Feedback", "what people said of answers", 0.10);

    private final String title;
    private final String what;
    private final double least;
    /** Cannot be changed, which the type does not say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Double> edges;

    DriftMeasure(String title, String what, double least, double... edges) {
        this.title = title;
        this.what = what;
        this.least = least;
        this.edges = DoubleStream.of(edges).boxed().toList();
    }

    public String title() {
        return title;
    }

    /** What is counted, in words. */
    public String what() {
        return what;
    }

    /** A difference that is smaller than this is of no account, however sure it is; 0 to 1. */
    double least() {
        return least;
    }

    /** Whether its bins have an order, so that a shift by several of them is a larger one. */
    public boolean isOrdered() {
        return !edges.isEmpty();
    }

    /** Of an ordered measure, the bin that a value falls into. */
    public String bin(double value) {
        int at = 0;
        while (at < edges.size() && value >= edges.get(at)) at++;
        return label(at);
    }

    /** All bins of an ordered measure, smallest first; none of another. */
    List<String> bins() {
        return isOrdered()
                ? java.util.stream.IntStream.rangeClosed(0, edges.size())
                        .mapToObj(this::label)
                        .toList()
                : List.of();
    }

    private String label(int at) {
        if (at == 0) return "below " + number(edges.getFirst());
        return at == edges.size()
                ? "from " + number(edges.get(at - 1))
                : number(edges.get(at - 1)) + " to " + number(edges.get(at));
    }

    private static String number(double edge) {
        return edge == Math.rint(edge) ? Long.toString((long) edge) : String.format(Locale.ROOT, "%.2f", edge);
    }
}
