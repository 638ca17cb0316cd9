package flightline.diagnosis;

import flightline.learning.Choices;
import flightline.learning.Learned;
import flightline.learning.Ranking;
import flightline.learning.SetThresholds;
import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Ranks the systems a complaint may belong to, from what it names itself, from like records, and from the documents found.
 *
 * <p>Where enough records were learned from, how far each kind of evidence is believed was learned too: the probabilities
 * then mean what they say, and the set holds the right system in nine of ten cases. Where not, the probability is the
 * share of the whole weight, which is honest arithmetic but not calibrated.
 */
public final class SystemRanker {
    private static final double COVERAGE = 0.9;

    /** More systems than this help nobody to choose. */
    private static final int MOST = 25;

    private final AtaTable table;
    private final TableMatch match;
    private final SystemChoices choices;

    public SystemRanker(AtaTable table) {
        this.table = table;
        this.match = new TableMatch(table);
        this.choices = new SystemChoices(table);
    }

    /** @param learned what records taught, absent where there are too few */
    public RankedSystems rank(Complaint complaint, Exhibits exhibits, Optional<Learned> learned) {
        if (complaint.system().isPresent()) return named(complaint.system().get());
        SystemEvidence evidence = SystemEvidence.of(complaint, exhibits, table, match);
        if (learned.isEmpty()) {
            List<RankedSystem> systems = shares(evidence.joined(), exhibits);
            List<RankedSystem> chapters = shares(evidence.joined().by(SystemChoices::chapter), exhibits);
            return new RankedSystems(
                    systems,
                    SystemSet.covering(COVERAGE, systems),
                    chapters,
                    SystemSet.covering(COVERAGE, chapters),
                    false);
        }
        Choices asked = choices.of(complaint, evidence, learned.get().guess());
        Ranking sections = learned.get().rankLabels(asked, SystemChoices::chapter);
        Ranking chapters = learned.get().rankGroups(asked);
        return new RankedSystems(
                named(sections, evidence, exhibits),
                set(learned.get().labelSets(), sections, SystemChoices::chapter),
                named(chapters, evidence, exhibits),
                set(learned.get().groupSets(), chapters, UnaryOperator.identity()),
                true);
    }

    /** What is named by its code is not guessed: it is sure, and nothing else is ranked beside it. */
    private RankedSystems named(NamedSystem system) {
        String chapter = SystemChoices.chapter(system.code());
        String why = "named in the complaint, by its code";
        var sure = new RankedSystem(system.code(), system.title(), 1, why);
        var above = new RankedSystem(chapter, table.title(chapter).orElse(""), 1, why);
        return new RankedSystems(
                List.of(sure),
                SystemSet.of(1, List.of(system.code())),
                List.of(above),
                SystemSet.of(1, List.of(chapter)),
                true);
    }

    private List<RankedSystem> named(Ranking ranking, SystemEvidence evidence, Exhibits exhibits) {
        return IntStream.range(0, Math.min(MOST, ranking.labels().size()))
                .mapToObj(i ->
                        system(ranking.labels().get(i), ranking.probabilities().get(i), evidence.joined(), exhibits))
                .toList();
    }

    private static SystemSet set(SetThresholds thresholds, Ranking ranking, UnaryOperator<String> group) {
        return SystemSet.of(thresholds.coverage(), thresholds.of(ranking, group));
    }

    private List<RankedSystem> shares(Tally tally, Exhibits exhibits) {
        return tally.shares().entrySet().stream()
                .limit(MOST)
                .map(e -> system(e.getKey(), e.getValue(), tally, exhibits))
                .toList();
    }

    private RankedSystem system(String code, double probability, Tally tally, Exhibits exhibits) {
        String title = table.title(code)
                .or(() -> table.title(SystemChoices.chapter(code)))
                .orElse("");
        List<String> evidence = code.length() > 2
                ? tally.evidence(code)
                : tally.by(SystemChoices::chapter).evidence(code);
        return new RankedSystem(code, title, probability, why(evidence, exhibits));
    }

    private static String why(List<String> evidence, Exhibits exhibits) {
        long records = evidence.stream().filter(e -> e.startsWith("r")).count();
        long passages = evidence.stream()
                .filter(e -> e.startsWith("c") && !e.equals("complaint"))
                .count();
        var reasons = new ArrayList<String>();
        if (evidence.contains("complaint")) reasons.add("named in the complaint");
        if (records > 0)
            reasons.add(count(records, "like record") + " of "
                    + exhibits.precedents().size());
        if (evidence.isEmpty()) reasons.add("words that records of this system use");
        if (reasons.isEmpty() && passages == 0)
            reasons.add(evidence.contains("trade") ? "words used for this system" : "words of the ATA table");
        if (passages > 0) reasons.add(count(passages, "passage"));
        return String.join(", ", reasons);
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /** {@code 32-41-00} becomes {@code 3241}; a chapter alone stays two digits; empty where there are no two. */
    public static String code(String ata) {
        String digits = ata.toUpperCase(Locale.ROOT).replaceAll("[^0-9]", "");
        return digits.substring(0, digits.length() >= 4 ? 4 : digits.length() >= 2 ? 2 : 0);
    }
}
