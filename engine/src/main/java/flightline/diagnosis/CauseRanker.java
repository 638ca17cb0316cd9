package flightline.diagnosis;

import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.memory.Returns;
import flightline.learning.Learned;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ranks the parts that may be at fault: what like complaints were fixed with, and what the documents say causes them.
 *
 * <p>History and documents are tallied apart and joined openly: each cause says how much comes from where, and a cause
 * that only a document knows keeps its place however often another part was changed.
 */
public final class CauseRanker {
    /** Weight of a record whose action names the part although nobody coded it. */
    private static final double NAMED_IN_ACTION = 0.7;
    /** Share of the history's whole weight that a part gains by standing in the complaint itself. */
    private static final double NAMED_IN_COMPLAINT = 0.12;
    /** Share of the joined weight that documents get where both speak. */
    private static final double DOCUMENTS = 0.5;

    private static final int RECORDS_NAMED = 4;

    private final CauseChoices choices = new CauseChoices();

    /** @param learned what records taught of parts, absent where there are too few */
    public List<Cause> rank(Complaint complaint, Exhibits exhibits, int top, Optional<Learned> learned) {
        var outcomes = new Outcomes(exhibits);
        Tally history = history(complaint, exhibits, outcomes);
        Tally documents = new Tally();
        var told = new HashMap<String, String>();
        for (DocumentedCauses.Named named : DocumentedCauses.of(complaint, exhibits)) {
            String part = SamePart.named(SamePart.name(named.part()), documents.ranked());
            documents.add(part, named.weight(), named.exhibit());
            if (!named.condition().isEmpty()) told.merge(part, named.condition(), CauseRanker::either);
        }
        conditions(exhibits).forEach(told::put);
        Map<String, Double> past = learned.isEmpty() || history.isEmpty()
                ? history.shares()
                : choices.probabilities(history, learned.get());
        return join(history, past, documents, told, new Past(exhibits, outcomes), top);
    }

    static Tally history(Complaint complaint, Exhibits exhibits) {
        return history(complaint, exhibits, new Outcomes(exhibits));
    }

    private static Tally history(Complaint complaint, Exhibits exhibits, Outcomes outcomes) {
        Set<String> coded = new LinkedHashSet<>();
        for (Exhibits.Past past : exhibits.precedents()) {
            String part = CauseChoices.name(past.precedent().record().part());
            if (!part.isEmpty()) coded.add(part);
        }
        Tally tally = new Tally();
        for (Exhibits.Past past : exhibits.precedents()) {
            MaintenanceRecord record = past.precedent().record();
            double weight = Weights.of(past.precedent()) * outcomes.credit(record);
            String part = CauseChoices.name(record.part());
            if (!part.isEmpty()) {
                tally.add(part, weight, past.id());
                continue;
            }
            if (weight == 0) continue;
            for (String phrase : PartPhrases.in(SamePart.name(record.action())))
                coded.stream()
                        .filter(name -> PartPhrases.names(phrase, name))
                        .max(java.util.Comparator.comparingInt(String::length))
                        .ifPresent(name -> tally.add(name, weight * NAMED_IN_ACTION, past.id()));
        }
        double whole = tally.total();
        String text = PartPhrases.fold(complaint.text()) + " | " + complaint.normalised();
        for (String name : coded) {
            List<String> evidence = tally.evidence(name);
            if (!evidence.isEmpty() && PartPhrases.names(text, name))
                tally.add(name, whole * NAMED_IN_COMPLAINT, evidence.getFirst());
        }
        return tally;
    }

    static boolean isPart(String name) {
        return !name.isEmpty()
                && !name.equals("unknown")
                && !name.equals("none")
                && !name.equals("n/a")
                && !Returns.nothingFound(name);
    }

    /** @param past how likely each part is by history alone, 0 to 1 */
    private static List<Cause> join(
            Tally history,
            Map<String, Double> past,
            Tally documents,
            Map<String, String> conditions,
            Past outcomes,
            int top) {
        double written = documents.total();
        double documentShare = past.isEmpty() ? 1 : written == 0 ? 0 : DOCUMENTS;
        Tally joined = new Tally();
        past.forEach((part, likely) -> joined.add(part, (1 - documentShare) * likely, "r"));
        for (String part : documents.ranked()) {
            String known = SamePart.as(part, history.ranked());
            joined.add(known, documentShare * documents.weight(part) / written, "c:" + part);
        }
        var causes = new ArrayList<Cause>();
        for (String part :
                joined.ranked().subList(0, Math.min(top, joined.ranked().size()))) {
            var evidence = new ArrayList<String>();
            for (String source : joined.evidence(part))
                if (source.startsWith("c:")) evidence.addAll(documents.evidence(source.substring(2)));
            int passages = evidence.size();
            List<String> records = history.evidence(part);
            evidence.addAll(records.subList(0, Math.min(RECORDS_NAMED, records.size())));
            causes.add(new Cause(
                    part,
                    conditions.getOrDefault(part, ""),
                    joined.weight(part),
                    evidence,
                    why(passages, outcomes.of(part, records))));
        }
        return causes;
    }

    private static String why(int passages, Map<Outcomes.Outcome, Long> records) {
        var reasons = new ArrayList<String>();
        if (passages > 0) reasons.add("named as a cause in " + passages + (passages == 1 ? " passage" : " passages"));
        records.forEach((outcome, count) -> reasons.add(
                switch (outcome) {
                    case HELD -> "fixed " + complaints(count) + " in the records";
                    case CAME_BACK -> "worked on for " + complaints(count) + " that came back";
                    case PUT_OFF -> "work put off in " + complaints(count);
                    case NOTHING_FOUND -> "nothing found in " + complaints(count);
                }));
        return String.join("; ", reasons);
    }

    private static String complaints(long count) {
        return count + " like " + (count == 1 ? "complaint" : "complaints");
    }

    /** What came of the like complaints, for a part that they name. */
    private static final class Past {
        private final Map<String, MaintenanceRecord> records = new HashMap<>();
        private final Outcomes outcomes;
        private final List<Barren> barren;

        /**
         * A record in which nothing was found.
         *
         * @param part that it is coded under, empty where none is
         * @param said in the trade's plain words, where it is coded under none
         */
        private record Barren(String part, String said) {
            static Barren of(MaintenanceRecord record) {
                String part = CauseChoices.name(record.part());
                return new Barren(
                        part, part.isEmpty() ? SamePart.name(record.complaint() + " | " + record.action()) : "");
            }

            boolean names(String name) {
                return part.isEmpty() ? PartPhrases.names(said, name) : part.equals(name);
            }
        }

        Past(Exhibits exhibits, Outcomes outcomes) {
            exhibits.precedents()
                    .forEach(past -> records.put(past.id(), past.precedent().record()));
            this.outcomes = outcomes;
            this.barren = records.values().stream()
                    .filter(record -> outcomes.of(record) == Outcomes.Outcome.NOTHING_FOUND)
                    .map(Barren::of)
                    .toList();
        }

        /**
         * How many came to what, each outcome that any came to.
         *
         * @param evidence numbers of the records that speak for the part
         */
        Map<Outcomes.Outcome, Long> of(String part, List<String> evidence) {
            var counts = new EnumMap<Outcomes.Outcome, Long>(Outcomes.Outcome.class);
            for (String id : evidence) {
                MaintenanceRecord record = records.get(id);
                if (record != null) counts.merge(outcomes.of(record), 1L, Long::sum);
            }
            // They support no cause and so are no evidence; how often nothing was found is still worth knowing.
            long nothing = barren.stream().filter(one -> one.names(part)).count();
            if (nothing > 0) counts.merge(Outcomes.Outcome.NOTHING_FOUND, nothing, Long::sum);
            return counts;
        }
    }

    /** A part that a table lists in several conditions is one cause. */
    private static String either(String one, String other) {
        return (" or " + one + " or ").contains(" or " + other + " or ") ? one : one + " or " + other;
    }

    private static Map<String, String> conditions(Exhibits exhibits) {
        var tallies = new HashMap<String, Tally>();
        for (Exhibits.Past past : exhibits.precedents()) {
            MaintenanceRecord record = past.precedent().record();
            if (!record.condition().isBlank() && !Returns.nothingFound(record.condition()))
                tallies.computeIfAbsent(SamePart.name(record.part()), p -> new Tally())
                        .add(PartPhrases.fold(record.condition()), Weights.of(past.precedent()), past.id());
        }
        var conditions = new HashMap<String, String>();
        tallies.forEach((part, tally) -> {
            if (!tally.isEmpty()) conditions.put(part, tally.ranked().getFirst());
        });
        return conditions;
    }
}
