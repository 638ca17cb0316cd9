package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Findings;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.SystemChoices;
import flightline.diagnosis.SystemRanker;
import flightline.evaluation.RankMeter;
import flightline.evaluation.Reliability;
import flightline.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Marks how well systems are told: ranks, what the probabilities are worth, what the sets hold, and beside them what plain
 * methods reach on the same cases with the same records.
 */
final class SystemsExam {
    private static final int NEIGHBOURS = 20;
    /** Smaller groups say too little. */
    private static final int GROUP = 30;

    private final RankMeter two = new RankMeter();
    private final RankMeter four = new RankMeter();
    private final Reliability sureOfTwo = new Reliability();
    private final Reliability sureOfFour = new Reliability();
    private final Map<String, RankMeter> plain = new LinkedHashMap<>();
    private final List<Map<String, Object>> details = new ArrayList<>();
    private final Map<String, int[]> byChapter = new TreeMap<>();
    private double covered;
    private double size;
    private double chapterCovered;
    private double chapterSize;
    private int abstained;
    private int chaptersAbstained;
    private int calibrated;

    /** @param guess what words alone say; null where nothing was learned that has not seen the case */
    void take(JsonNode one, String code, Findings findings, DiagnoseFlow.@Nullable Guess guess) {
        RankedSystems ranked = findings.ranked();
        String chapter = SystemChoices.chapter(code);
        if (ranked.calibrated()) calibrated++;
        int chapterRank = RankMeter.rankOf(ranked.chapters(), s -> s.code().equals(chapter));
        two.add(chapterRank);
        sureOfTwo.add(confidence(ranked.chapters()), chapterRank == 1);
        boolean chapterHeld = ranked.chapterSet().codes().contains(chapter);
        if (chapterHeld) chapterCovered++;
        chapterSize += ranked.chapterSet().codes().size();
        if (ranked.chapterSet().reviewRequired()) chaptersAbstained++;
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", one.path("id").asText());
        detail.put("wanted", code);
        detail.put("chapter", chapter);
        detail.put("chapterRank", chapterRank);
        detail.put("chapterConfidence", RankMeter.rounded(confidence(ranked.chapters())));
        detail.put("inChapterSet", chapterHeld);
        detail.put("chapterSetSize", ranked.chapterSet().codes().size());
        if (code.length() >= 4) takeFour(code, ranked, chapter, detail);
        for (String field : List.of("make", "model", "nature", "source"))
            if (one.hasNonNull(field)) detail.put(field, one.get(field).asText());
        details.add(detail);
        plain(code, findings, guess);
    }

    private void takeFour(String code, RankedSystems ranked, String chapter, Map<String, Object> detail) {
        List<RankedSystem> systems = ranked.systems();
        int rank = RankMeter.rankOf(systems, s -> s.code().equals(code));
        four.add(rank);
        sureOfFour.add(confidence(systems), rank == 1);
        boolean held = ranked.set().codes().contains(code);
        if (held) covered++;
        size += ranked.set().codes().size();
        if (ranked.set().reviewRequired()) abstained++;
        int[] group = byChapter.computeIfAbsent(chapter, c -> new int[2]);
        group[0]++;
        if (held) group[1]++;
        detail.put("rank", rank);
        detail.put("first", systems.isEmpty() ? "" : systems.getFirst().code());
        detail.put("confidence", RankMeter.rounded(confidence(systems)));
        detail.put("inSet", held);
        detail.put("setSize", ranked.set().codes().size());
    }

    /** What the first is said to be likely, 0 where there is none. */
    private static double confidence(List<RankedSystem> systems) {
        return systems.isEmpty() ? 0 : Math.min(1, systems.getFirst().probability());
    }

    private void plain(String code, Findings findings, DiagnoseFlow.@Nullable Guess guess) {
        plain("BM25 vote", code, votes(findings, p -> p.precedent().lexical()));
        plain("neighbours by meaning", code, votes(findings, p -> p.precedent().semantic()));
        if (guess == null) return;
        var common = new HashMap<String, Double>();
        guess.counts().forEach((label, count) -> common.put(label, (double) count));
        plain("most common", code, common);
        plain("linear SVM on words", code, guess.words().labels());
        plain("linear SVM on words, chapters", code, guess.words().groups());
    }

    private void plain(String method, String code, Map<String, Double> weights) {
        boolean chapters = weights.keySet().stream().allMatch(label -> label.length() <= 2);
        if (!chapters && code.length() >= 4)
            plain.computeIfAbsent(method + ", four digits top", m -> new RankMeter())
                    .add(rank(weights, code, UnaryOperator.identity()));
        if (chapters || !method.startsWith("linear"))
            plain.computeIfAbsent(method + ", two digits top", m -> new RankMeter())
                    .add(rank(weights, SystemChoices.chapter(code), SystemChoices::chapter));
    }

    private static int rank(Map<String, Double> weights, String wanted, UnaryOperator<String> by) {
        Map<String, Double> sums = new HashMap<>();
        weights.forEach((label, weight) -> sums.merge(by.apply(label), weight, Double::sum));
        List<String> order = sums.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        return RankMeter.rankOf(order, wanted::equals);
    }

    /** The codes of the nearest records, each with the likeness of its record. */
    private static Map<String, Double> votes(Findings findings, ToDoubleFunction<Exhibits.Past> likeness) {
        Map<String, Double> votes = new HashMap<>();
        findings.precedents().stream()
                .filter(p -> !p.precedent().record().ata().isEmpty())
                .sorted(Comparator.comparingDouble(p -> -likeness.applyAsDouble(p)))
                .limit(NEIGHBOURS)
                .forEach(p -> votes.merge(
                        SystemRanker.code(p.precedent().record().ata().getFirst()),
                        likeness.applyAsDouble(p),
                        Double::sum));
        return votes;
    }

    Scorecard card() {
        var figures = new LinkedHashMap<String, Double>();
        two.write("two digits top", figures, 1, 3, 5, 10);
        figures.put("two digits calibration error", RankMeter.rounded(sureOfTwo.error()));
        if (two.count() > 0) {
            figures.put("chapter set coverage", RankMeter.rounded(chapterCovered / two.count()));
            figures.put("chapter set mean size", RankMeter.rounded(chapterSize / two.count()));
            figures.put("chapter set abstention", RankMeter.rounded((double) chaptersAbstained / two.count()));
            figures.put("answered by a calibrated model", RankMeter.rounded((double) calibrated / two.count()));
        }
        figures.put("four digits, cases", (double) four.count());
        four.write("four digits top", figures, 1, 3, 5, 10);
        if (four.count() > 0) {
            figures.put("four digits calibration error", RankMeter.rounded(sureOfFour.error()));
            figures.put("set coverage", RankMeter.rounded(covered / four.count()));
            figures.put("set mean size", RankMeter.rounded(size / four.count()));
            figures.put("set abstention", RankMeter.rounded((double) abstained / four.count()));
            byChapter.values().stream()
                    .filter(group -> group[0] >= GROUP)
                    .mapToDouble(group -> (double) group[1] / group[0])
                    .min()
                    .ifPresent(least ->
                            figures.put("least set coverage of a chapter with 30 cases", RankMeter.rounded(least)));
        }
        plain.forEach((method, meter) -> meter.write("plain: " + method, figures, 1, 3, 5, 10));
        return new Scorecard("systems", two.count(), figures, details);
    }
}
