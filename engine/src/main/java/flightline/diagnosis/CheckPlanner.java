package flightline.diagnosis;

import flightline.diagnosis.Candidate.Kind;
import flightline.diagnosis.troubleshooting.Following;
import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans what to check next. The fault isolation procedure that applies comes first and in its own order, for the certified
 * text decides; where history suggests to enter it elsewhere, the first check says so. Everything else comes in the order
 * that is expected to take the fewest minutes, see {@link Strategy}.
 */
public final class CheckPlanner {
    private static final int MOST = 10;
    /** Steps of the isolation procedure that are listed at most, so that there is room for what else there is. */
    private static final int MOST_OF_TREE = 7;

    List<Check> plan(Situation situation, Docket docket) {
        List<Candidate> open = situation.open();
        var checks = new ArrayList<Check>();
        var listed = new HashSet<String>();
        var list = new LinkedHashMap<Candidate, String>();
        for (Candidate candidate : isolation(situation, open)) {
            if (list.size() >= MOST_OF_TREE) break;
            listed.add(candidate.id());
            list.put(candidate, whyInTree(candidate, situation, list.isEmpty()));
        }
        for (var entry : byMinutes(situation, open).entrySet())
            if (list.size() < MOST && listed.add(entry.getKey().id())) list.put(entry.getKey(), entry.getValue());
        Strategy.Done done = situation.done();
        for (var entry : list.entrySet()) {
            Candidate candidate = entry.getKey();
            int minutes = done.minutes(candidate.trial());
            checks.add(check(candidate, minutes, entry.getValue(), situation, docket));
            done = done.and(candidate.trial());
        }
        return List.copyOf(checks);
    }

    /** What can still be met of the procedure: where it stands now, then its further steps. */
    private static List<Candidate> isolation(Situation situation, List<Candidate> open) {
        Optional<IsolationTree.Node> here = situation.current();
        if (situation.tree().isEmpty())
            return open.stream().filter(c -> c.kind() == Kind.ISOLATION_STEP).toList();
        if (here.isEmpty()) return List.of();
        Set<String> ahead = new HashSet<>();
        situation.tree().orElseThrow().ahead(here.get()).forEach(n -> ahead.add(n.id()));
        var order = new ArrayList<Candidate>();
        open.stream().filter(c -> c.node().equals(here.get().id())).forEach(order::add);
        open.stream()
                .filter(c -> c.kind() == Kind.ISOLATION_STEP && ahead.contains(c.node()) && !order.contains(c))
                .forEach(order::add);
        return order;
    }

    private static Map<Candidate, String> byMinutes(Situation situation, List<Candidate> open) {
        var byId = new LinkedHashMap<String, Candidate>();
        open.stream().filter(c -> !c.inTree() || situation.current().isEmpty()).forEach(c -> byId.put(c.id(), c));
        var order = new LinkedHashMap<Candidate, String>();
        for (Strategy.Choice choice : situation.strategy().order(situation.beliefs(), situation.done(), 3 * MOST)) {
            Candidate candidate = byId.get(choice.trial().id());
            if (candidate != null) order.put(candidate, why(candidate, choice, situation));
        }
        for (Candidate candidate : byId.values())
            if (candidate.kind() != Kind.RECORD && !candidate.inTree()) order.putIfAbsent(candidate, place(candidate));
        return order;
    }

    private static String whyInTree(Candidate candidate, Situation situation, boolean first) {
        String why = place(candidate);
        if (!first) return why;
        Optional<Following.Entry> entry = situation.current().flatMap(situation::elsewhere);
        return entry.map(e -> why + ". " + advice(e, situation)).orElse(why);
    }

    /** Said openly, and as advice: the order of the procedure stays. */
    private static String advice(Following.Entry entry, Situation situation) {
        String there = situation.open().stream()
                .filter(c -> c.node().equals(entry.node().id()))
                .map(c -> shortened(c.text()))
                .findFirst()
                .orElse(entry.node().id());
        String likely = situation.open().stream()
                .filter(c -> c.node().equals(entry.node().id()))
                .flatMap(c -> c.trial().parts().stream())
                .max(java.util.Comparator.comparingDouble(situation.beliefs()::of))
                .map(part ->
                        ", as " + part + " has " + percent(situation.beliefs().of(part)) + " of the evidence")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "History suggests to enter this procedure at \"%s\"%s: about %d min expected instead of %d from here."
                        + " The procedure's order stands unless engineering says otherwise",
                there,
                likely,
                Math.round(entry.expected()),
                Math.round(entry.fromHere()));
    }

    private static String why(Candidate candidate, Strategy.Choice choice, Situation situation) {
        int minutes = situation.done().minutes(choice.trial());
        double believed = situation.beliefs().of(choice.trial().parts());
        String place = place(candidate);
        if (choice.trial().repairs())
            return place + ": " + percent(believed) + " of the evidence for about " + minutes + " min";
        double saved = choice.without() - choice.expected();
        return place + ": about " + minutes + " min, and knowing the answer is expected to save "
                + Math.max(1, Math.round(saved)) + " of " + Math.round(choice.without());
    }

    private static String place(Candidate candidate) {
        return switch (candidate.source()) {
            case Candidate.Source.Done(var past) -> "cured it before (" + past.id() + "); do it by the manual";
            case Candidate.Source.Written(var document) -> {
                String id = document.hit().document().header().id().value();
                yield switch (candidate.kind()) {
                    case ISOLATION_STEP -> "next in " + id;
                    case ISOLATION_END -> "where " + id + " leads";
                    case TROUBLE_ROW -> "remedy in a trouble table";
                    case TEST, RECORD ->
                        "test in " + last(document.hit().passage().path());
                };
            }
        };
    }

    private static Check check(Candidate candidate, int minutes, String why, Situation situation, Docket docket) {
        String citation = switch (candidate.source()) {
            case Candidate.Source.Written(var document) -> docket.enter(document);
            case Candidate.Source.Done(var past) -> docket.enter(past);
        };
        return new Check(
                candidate.id(),
                candidate.text(),
                "",
                minutes,
                candidate.trial().parts().stream()
                        .sorted(java.util.Comparator.comparingDouble(
                                        (String p) -> -situation.beliefs().of(p))
                                .thenComparing(p -> p))
                        .toList(),
                List.of(citation),
                why,
                candidate.trial().cost(),
                candidate.ways());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? "the document" : path.getLast();
    }
}
