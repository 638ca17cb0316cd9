package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.memory.Chain;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Occurrence;
import flightline.diagnosis.memory.Traits;
import flightline.evaluation.RepeatMeter;
import flightline.evaluation.Scorecard;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import flightline.search.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through all records, asks of each whether it is a repeat of earlier ones, and measures that against what is known.
 *
 * <p>A record sees the aircraft's records of its own day and before, never a later one and never itself. It is asked twice:
 * as it was logged, with code, part and action, and with its complaint alone, as a diagnosis asks. Unmarked records only:
 * figures and details go to people who may see no others.
 */
public final class RepeatsFlow {
    private static final int ALIKE = 150;
    private static final int USUAL_DAYS = 30;

    private final RecordIndex records;
    private final Memory memory;
    private final RepeatFinder finder;

    public RepeatsFlow(RecordIndex records, Memory memory) {
        this.records = records;
        this.memory = memory;
        this.finder = new RepeatFinder(records, memory);
    }

    /** What is known of a record: the fault that it belongs to, and its failure mode; empty where unknown. */
    private record Known(String fault, String mode) {}

    /**
     * @param all cases of every record: {@code id}, {@code fault} where it belongs to a repeat, {@code mode} where the failure mode
     *     is known; none where there is nothing to measure against
     * @param asked the cases to be measured; empty where there is nothing to measure against
     */
    public Scorecard measure(List<JsonNode> all, List<JsonNode> asked, Progress progress) {
        Map<String, Known> known = known(all);
        Set<String> wanted = new HashSet<>();
        asked.forEach(one -> wanted.add(one.path("id").asText()));
        List<MaintenanceRecord> dated = dated();
        var pairs = new RepeatMeter();
        var alone = new RepeatMeter();
        var system = new RepeatMeter();
        var chapter = new RepeatMeter();
        var details = new ArrayList<Map<String, Object>>();
        int done = 0;
        int measured = 0;
        for (MaintenanceRecord record : dated) {
            progress.at(done++, dated.size(), "repeats");
            boolean labelled = known.containsKey(record.id().value());
            if (!all.isEmpty() && (!labelled || !wanted.contains(record.id().value()))) continue;
            measured++;
            List<Precedent> alike = alike(record);
            Optional<Chain> chain = chain(record, alike);
            chain.ifPresent(found -> details.add(detail(record, found)));
            if (all.isEmpty()) continue;
            List<MaintenanceRecord> before = before(record, dated, known);
            var truth = truth(record, before, known);
            pairs.add(ids(chain), truth);
            alone.add(ids(chain(complaintAlone(record), alike)), truth);
            system.add(usual(record, before, 4), truth);
            chapter.add(usual(record, before, 2), truth);
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("chains", (double) details.size());
        if (!all.isEmpty()) {
            pairs.write("", figures);
            alone.write("complaint alone: ", figures);
            system.write("same system in " + USUAL_DAYS + " days: ", figures);
            chapter.write("same chapter in " + USUAL_DAYS + " days: ", figures);
        }
        return new Scorecard("repeats", measured, figures, details);
    }

    /** What the rule is fitted on: the traits of every earlier record of the aircraft with regard to this one. */
    public Map<String, Traits> traits(MaintenanceRecord record, boolean alone) {
        Study study = finder.study(
                alone ? complaintAlone(record) : record, Set.of(record.id()), alike(record), Clearance.UNMARKED);
        List<Traits> traits = memory.traits(study);
        var byId = new LinkedHashMap<String, Traits>();
        for (int i = 0; i < traits.size(); i++)
            byId.put(study.own().get(i).record().id().value(), traits.get(i));
        return byId;
    }

    /** Every unmarked record that has an aircraft and a day, by its id. */
    public List<MaintenanceRecord> dated() {
        try (Stream<MaintenanceRecord> all = records.all(Clearance.UNMARKED)) {
            return all.filter(record ->
                            record.date().isPresent() && !record.aircraft().isBlank())
                    .toList();
        }
    }

    private Optional<Chain> chain(MaintenanceRecord record, List<Precedent> alike) {
        return memory.recall(finder.study(record, Set.of(record.id()), alike, Clearance.UNMARKED))
                .chain();
    }

    private List<Precedent> alike(MaintenanceRecord record) {
        String text = record.complaint().isBlank() ? record.narrative() : record.complaint();
        return text.isBlank()
                ? List.of()
                : records.search(RecordQuery.of(text, ALIKE, Clearance.UNMARKED).without(Set.of(record.id())));
    }

    private static MaintenanceRecord complaintAlone(MaintenanceRecord record) {
        String text = record.complaint().isBlank() ? record.narrative() : record.complaint();
        return RepeatFinder.complained(
                record.id(), record.aircraft(), record.date().orElseThrow(), text, List.of());
    }

    private static Map<String, Known> known(List<JsonNode> cases) {
        var known = new HashMap<String, Known>();
        cases.forEach(one -> known.put(
                one.path("id").asText(),
                new Known(one.path("fault").asText(""), one.path("mode").asText(""))));
        return known;
    }

    private static List<MaintenanceRecord> before(
            MaintenanceRecord record, List<MaintenanceRecord> all, Map<String, Known> known) {
        var day = record.date().orElseThrow();
        return all.stream()
                .filter(other -> other.aircraft().equalsIgnoreCase(record.aircraft())
                        && !other.id().equals(record.id())
                        && known.containsKey(other.id().value()))
                .filter(other -> other.date()
                        .filter(date -> !date.isAfter(day) && date.isAfter(day.minusDays(Memory.WINDOW)))
                        .isPresent())
                .toList();
    }

    private static RepeatMeter.Truth truth(
            MaintenanceRecord record, List<MaintenanceRecord> before, Map<String, Known> known) {
        Known its = known.getOrDefault(record.id().value(), new Known("", ""));
        var same = new HashSet<String>();
        var open = new HashSet<String>();
        for (MaintenanceRecord other : before) {
            Known theirs = known.getOrDefault(other.id().value(), new Known("", ""));
            if (!its.fault().isEmpty() && its.fault().equals(theirs.fault()))
                same.add(other.id().value());
            else if (!its.mode().isEmpty() && its.mode().equals(theirs.mode()))
                open.add(other.id().value());
        }
        return new RepeatMeter.Truth(same, open);
    }

    /** Today's practice: the same digits of the code on the same aircraft within some days. */
    private static Set<String> usual(MaintenanceRecord record, List<MaintenanceRecord> before, int digits) {
        var found = new HashSet<String>();
        String code = code(record, digits);
        var since = record.date().orElseThrow().minusDays(USUAL_DAYS);
        for (MaintenanceRecord other : before)
            if (!code.isEmpty()
                    && code.equals(code(other, digits))
                    && other.date().filter(day -> !day.isBefore(since)).isPresent())
                found.add(other.id().value());
        return found;
    }

    private static String code(MaintenanceRecord record, int digits) {
        if (record.ata().isEmpty()) return "";
        String code = record.ata().getFirst().replaceAll("[^0-9]", "");
        return code.length() < digits ? "" : code.substring(0, digits);
    }

    private static Set<String> ids(Optional<Chain> chain) {
        var ids = new HashSet<String>();
        chain.ifPresent(found ->
                found.before().forEach(time -> ids.add(time.record().id().value())));
        return ids;
    }

    private static Map<String, Object> detail(MaintenanceRecord record, Chain chain) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", record.id().value());
        detail.put("aircraft", chain.aircraft());
        detail.put("day", chain.asked().toString());
        detail.put("times", chain.times());
        detail.put("days", chain.days());
        detail.put("sure", Math.round(chain.sure() * 1000) / 1000.0);
        detail.put("before", chain.before().stream().map(RepeatsFlow::detail).toList());
        return detail;
    }

    private static Map<String, Object> detail(Occurrence time) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("record", time.record().id().value());
        detail.put("day", time.day().toString());
        detail.put("held", time.held());
        detail.put("sure", Math.round(time.sure() * 1000) / 1000.0);
        detail.put("why", time.why());
        return detail;
    }
}
