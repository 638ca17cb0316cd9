package flightline.diagnosis;

import flightline.learning.Choice;
import flightline.learning.ChoiceModel;
import flightline.learning.Choices;
import flightline.learning.LabelModel;
import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Describes each system that a complaint may belong to by how much speaks for it, so that how far each voice is believed
 * can be learned from records whose system is known.
 */
public final class SystemChoices {
    /** Labels that the words alone suggest and nothing else does. */
    private static final int SUGGESTED = 60;

    /** Codes beside them; of more, the heaviest. */
    private static final int WEIGHED = 120;

    /** Shares smaller than this are not told apart. */
    private static final double LEAST = 0.002;

    private static final double LEAST_OF_CHAPTER = 0.01;

    private final AtaTable table;
    private final TableMatch match;

    public SystemChoices(AtaTable table) {
        this.table = table;
        this.match = new TableMatch(table);
    }

    /** Weights of what speaks for a chapter, before anything is learned. */
    public static ChoiceModel chaptersBefore() {
        return ChoiceModel.of(0.6, 0.4, 0, 0, 0, 0, -3, 0, 0);
    }

    /** Weights of what speaks for a section of its chapter, before anything is learned. */
    public static ChoiceModel sectionsBefore() {
        return ChoiceModel.of(0.6, 0.4, 0, 0, 0, 0, -3, 0, 0);
    }

    /** The group of a system: its chapter. */
    public static String chapter(String code) {
        return code.substring(0, Math.min(2, code.length()));
    }

    public Choices of(Complaint complaint, Exhibits exhibits, LabelModel guess) {
        return of(complaint, SystemEvidence.of(complaint, exhibits, table, match), guess);
    }

    Choices of(Complaint complaint, SystemEvidence evidence, LabelModel model) {
        LabelModel.Guess guess = model.guess(LearnedWords.of(complaint.normalised()));
        Set<String> codes = new LinkedHashSet<>();
        evidence.joined().ranked().stream().limit(WEIGHED).forEach(codes::add);
        guess.labels().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(SUGGESTED)
                .forEach(e -> codes.add(e.getKey()));
        // Where a section of the chapter stands to choose, the bare chapter is no answer beside it.
        Set<String> sections = new LinkedHashSet<>();
        for (String code : codes) if (code.length() > 2) sections.add(chapter(code));
        codes.removeIf(code -> code.length() == 2 && sections.contains(code));
        var sight = new Sight(
                Shares.of(evidence.joined()),
                Shares.of(evidence.near()),
                Shares.of(evidence.documents()),
                evidence.table(),
                evidence.trade(),
                guess,
                model.counts(),
                Math.log(0.01 + evidence.near().total()));
        return new Choices(Optional.of(sight.chapters(codes)), sight.sections(codes));
    }

    /**
     * Everything that speaks, seen from one complaint.
     *
     * @param strength the less there is that speaks for any of them, the likelier it is none
     */
    private record Sight(
            Shares joined,
            Shares near,
            Shares documents,
            Map<String, Double> table,
            Map<String, Double> trade,
            LabelModel.Guess guess,
            Map<String, Integer> counts,
            double strength) {
        Choice chapters(Set<String> codes) {
            Set<String> chapters = new TreeSet<>(guess.groups().keySet());
            for (String code : codes) chapters.add(chapter(code));
            Map<String, Double> inTable = byChapter(table);
            Map<String, Double> inTrade = byChapter(trade);
            var seen = new HashMap<String, Integer>();
            counts.forEach((code, count) -> seen.merge(chapter(code), count, Integer::sum));
            return choice(chapters, chapter -> new double[] {
                log(joined.ofChapter(chapter), LEAST_OF_CHAPTER),
                log(guess.groups().getOrDefault(chapter, 0.0), LEAST_OF_CHAPTER),
                log(near.ofChapter(chapter), LEAST_OF_CHAPTER),
                log(inTable.getOrDefault(chapter, 0.0), LEAST_OF_CHAPTER),
                log(documents.ofChapter(chapter), LEAST_OF_CHAPTER),
                Math.log(1 + seen.getOrDefault(chapter, 0)),
                0,
                0,
                log(inTrade.getOrDefault(chapter, 0.0), LEAST_OF_CHAPTER)
            });
        }

        private static Map<String, Double> byChapter(Map<String, Double> shares) {
            var chapters = new HashMap<String, Double>();
            shares.forEach((code, share) -> chapters.merge(chapter(code), share, Double::sum));
            return chapters;
        }

        Choice sections(Set<String> codes) {
            return choice(codes, code -> new double[] {
                log(joined.of(code), LEAST),
                log(guess.labels().getOrDefault(code, 0.0), LEAST),
                log(near.of(code), LEAST),
                log(table.getOrDefault(code, 0.0), LEAST_OF_CHAPTER),
                log(documents.of(code), LEAST_OF_CHAPTER),
                Math.log(1 + counts.getOrDefault(code, 0)),
                0,
                0,
                log(trade.getOrDefault(code, 0.0), LEAST)
            });
        }

        private Choice choice(Set<String> names, Function<String, double[]> row) {
            var labels = new ArrayList<String>(names);
            var rows = new ArrayList<double[]>();
            for (String name : labels) rows.add(row.apply(name));
            labels.add(Choice.NONE);
            rows.add(new double[] {0, 0, 0, 0, 0, 0, 1, strength, 0});
            return new Choice(labels, rows.toArray(double[][]::new));
        }
    }

    private static double log(double share, double least) {
        return Math.log(share + least);
    }

    /** Shares of a tally, by code and by chapter. */
    private record Shares(Tally tally, double total, Map<String, Double> chapters) {
        static Shares of(Tally tally) {
            var chapters = new HashMap<String, Double>();
            for (String code : tally.ranked()) chapters.merge(chapter(code), tally.weight(code), Double::sum);
            return new Shares(tally, tally.total(), chapters);
        }

        double of(String code) {
            return total == 0 ? 0 : tally.weight(code) / total;
        }

        double ofChapter(String chapter) {
            return total == 0 ? 0 : chapters.getOrDefault(chapter, 0.0) / total;
        }
    }
}
