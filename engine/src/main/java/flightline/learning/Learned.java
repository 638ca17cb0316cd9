package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was learned of one kind of label.
 *
 * @param guess names labels by words alone
 * @param groups how far that guess and all other evidence is believed on the group
 * @param labels how far on the label within its group
 * @param groupSets which groups to name so that the right one is among them
 * @param labelSets which labels
 */
public record Learned(
        LabelModel guess, ChoiceModel groups, ChoiceModel labels, SetThresholds groupSets, SetThresholds labelSets) {

    /** Groups by their probability; empty where they were not asked for. */
    public Ranking rankGroups(Choices choices) {
        return groups(groups, choices);
    }

    /** Labels by their probability: that of the group, times that of the label in it. */
    public Ranking rankLabels(Choices choices, UnaryOperator<String> groupOf) {
        return labels(groups, labels, choices, groupOf);
    }

    static Ranking groups(ChoiceModel model, Choices choices) {
        return Ranking.of(choices.groups().map(c -> named(c, model)).orElse(Map.of()));
    }

    static Ranking labels(
            ChoiceModel groupModel, ChoiceModel labelModel, Choices choices, UnaryOperator<String> groupOf) {
        Optional<Choice> groups = choices.groups();
        if (groups.isEmpty()) return Ranking.of(named(choices.labels(), labelModel));
        Map<String, Double> all = new HashMap<>();
        named(groups.get(), groupModel).forEach((group, share) -> {
            if (!group.isEmpty())
                named(choices.within(group, groupOf), labelModel)
                        .forEach((label, within) -> all.put(label, share * within));
        });
        return Ranking.of(all);
    }

    private static Map<String, Double> named(Choice choice, ChoiceModel model) {
        double[] p = model.probabilities(choice);
        List<String> labels = choice.labels();
        Map<String, Double> named = HashMap.newHashMap(p.length);
        for (int i = 0; i < p.length; i++) named.put(labels.get(i), p[i]);
        return named;
    }

    void write(DataOutput out) throws IOException {
        guess.write(out);
        groups.write(out);
        labels.write(out);
        groupSets.write(out);
        labelSets.write(out);
    }

    static Learned read(DataInput in) throws IOException {
        return new Learned(
                LabelModel.read(in),
                ChoiceModel.read(in),
                ChoiceModel.read(in),
                SetThresholds.read(in),
                SetThresholds.read(in));
    }
}
