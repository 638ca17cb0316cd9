package flightline.diagnosis;

import java.util.List;

/**
 * Systems, likeliest first, and sets of them that hold the right one with the stated coverage.
 *
 * @param systems four digits where known
 * @param chapters two digits
 * @param calibrated whether probabilities and sets were learned from records and mean what they say; where not, they are
 *     shares of the evidence
 */
public record RankedSystems(
        List<RankedSystem> systems,
        SystemSet set,
        List<RankedSystem> chapters,
        SystemSet chapterSet,
        boolean calibrated) {
    public RankedSystems {
        systems = List.copyOf(systems);
        chapters = List.copyOf(chapters);
    }

    /** Where nothing was looked for. */
    public static RankedSystems none() {
        var empty = new SystemSet(0.9, List.of(), true);
        return new RankedSystems(List.of(), empty, List.of(), empty, false);
    }
}
