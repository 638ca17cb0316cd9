package flightline.diagnosis;

import flightline.learning.Choice;
import flightline.learning.ChoiceModel;
import flightline.learning.Choices;
import flightline.learning.Learned;
import flightline.learning.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes each part that like complaints were fixed with by its share of them, so that how far such shares are to be
 * believed, and how likely it is a part that none of them names, can be learned from records whose part is known. The order
 * of the parts stays that of the shares: words, frequency and the nearest record were tried as further voices, and on the
 * public records each made the order worse.
 */
public final class CauseChoices {
    /** Parts beyond these have next to nothing that speaks for them. */
    private static final int MOST = 200;

    private static final double LEAST = 0.002;

    /** Weights before anything is learned. */
    public static ChoiceModel before() {
        return ChoiceModel.of(1, -3, 0);
    }

    /** Parts all fall into one group. */
    public static String group(String part) {
        return "";
    }

    /** The form in which part names are learned and compared; empty where the text names no part. */
    public static String name(String part) {
        if (!CauseRanker.isPart(PartPhrases.fold(part))) return "";
        String name = SamePart.name(part);
        return CauseRanker.isPart(name) ? name : "";
    }

    public Choices of(Complaint complaint, Exhibits exhibits) {
        return Choices.of(of(CauseRanker.history(complaint, exhibits)));
    }

    /** How likely each part of the history is, 0 to 1; what is left to 1 is the chance that it is none of them. */
    Map<String, Double> probabilities(Tally history, Learned learned) {
        Choice choice = of(history);
        Ranking ranking = learned.rankLabels(Choices.of(choice), CauseChoices::group);
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i < ranking.labels().size(); i++)
            named.put(ranking.labels().get(i), ranking.probabilities().get(i));
        return named;
    }

    private static Choice of(Tally history) {
        var labels = new ArrayList<String>();
        var rows = new ArrayList<double[]>();
        history.shares().entrySet().stream().limit(MOST).forEach(entry -> {
            String part = entry.getKey();
            labels.add(part);
            rows.add(new double[] {Math.log(entry.getValue() + LEAST), 0, 0});
        });
        labels.add(Choice.NONE);
        rows.add(new double[] {0, 1, Math.log(0.01 + history.total())});
        return new Choice(List.copyOf(labels), rows.toArray(double[][]::new));
    }
}
