package flightline.diagnosis;

import java.util.Collections;
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
    /** Share below which a chapter's procedures are not entered upon. */
    private static final double HARDLY = 0.1;

    private static final double CLEARLY = 0.2;

    public RankedSystems {
        systems = List.copyOf(systems);
        chapters = List.copyOf(chapters);
    }

    /**
     * Whether a document of these codes speaks of chapters that are hardly believed in while others are. One without a code, or with
     * one of another numbering, may be of any.
     *
     * @param ata codes as the document gives them
     */
    public boolean rulesOut(List<String> ata) {
        return !chaptersOf(ata).isEmpty()
                && chapterShare(ata) < HARDLY
                && chapters.stream().anyMatch(chapter -> chapter.probability() >= HARDLY);
    }

    /**
     * Whether what documents of the one codes tell of is believed in more than what those of the others do: a likelier chapter; within
     * one, a system that is a fifth of all at least, and twice as likely.
     */
    public boolean prefers(List<String> one, List<String> other) {
        if (!sameChapter(one, other)) return chapterShare(one) > chapterShare(other);
        double likely = share(one);
        return likely >= CLEARLY && likely >= 2 * share(other);
    }

    /** Whether documents of these codes have a chapter in common. */
    public boolean sameChapter(List<String> one, List<String> other) {
        return !Collections.disjoint(chaptersOf(one), chaptersOf(other));
    }

    private double chapterShare(List<String> ata) {
        List<String> told = chaptersOf(ata);
        return chapters.stream()
                .filter(chapter -> told.contains(chapter.code()))
                .mapToDouble(RankedSystem::probability)
                .max()
                .orElse(0);
    }

    private static List<String> chaptersOf(List<String> ata) {
        return ata.stream()
                .map(SystemRanker::code)
                .filter(code -> code.length() >= 2)
                .map(code -> code.substring(0, 2))
                .toList();
    }

    private double share(List<String> ata) {
        var told = ata.stream().map(SystemRanker::code).toList();
        return systems.stream()
                .filter(system -> told.contains(system.code()))
                .mapToDouble(RankedSystem::probability)
                .sum();
    }

    /** Where nothing was looked for. */
    public static RankedSystems none() {
        var empty = new SystemSet(0.9, List.of(), true);
        return new RankedSystems(List.of(), empty, List.of(), empty, false);
    }
}
