package flightline.eval.policy;

import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.PurposeTraining.Example;
import flightline.policy.PurposeTraining.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what a gate decided against what was right. */
final class Verdicts {
    /** By what is right, then by what was decided. */
    private final Map<Label, Map<Label, Integer>> counts = new EnumMap<>(Label.class);

    private final List<String> wrong = new ArrayList<>();

    void add(Gate gate, Example one) {
        Decision decision = gate.decide(one.text(), Principal.localUser());
        Label decided = switch (decision) {
            case Decision.Allowed(var scope) -> Label.ALLOWED;
            case Decision.Refused(var clause, var category, var why) -> Label.REFUSED;
            case Decision.OutOfScope(var why) -> Label.FOREIGN;
        };
        counts.computeIfAbsent(one.label(), l -> new EnumMap<>(Label.class)).merge(decided, 1, Integer::sum);
        if (decided != one.label()) wrong.add(one.label() + " " + one.clause() + " but " + decided + ": " + one.text());
    }

    List<String> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        counts.forEach((right, decided) -> {
            if (!text.isEmpty()) text.append("; ");
            text.append("of %d %s: allowed %d, refused %d, out of scope %d"
                    .formatted(
                            decided.values().stream().mapToInt(n -> n).sum(),
                            right.toString().toLowerCase(Locale.ROOT),
                            decided.getOrDefault(Label.ALLOWED, 0),
                            decided.getOrDefault(Label.REFUSED, 0),
                            decided.getOrDefault(Label.FOREIGN, 0)));
        });
        return text.toString();
    }
}
