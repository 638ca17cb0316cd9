package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import flightline.search.Study;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the chain of an aircraft's records that are the same fault as a complaint.
 *
 * <p>First the records that are linked with the complaint itself, then those that are linked with one found so far, each link
 * over no more than {@link Returns#DAYS} days: a fault changes its words from one time to the next, and the third time may
 * resemble the second more than the first. A record far from the complaint is not taken in however well it fits another.
 */
public final class Memory {
    /** Days that are looked back. */
    public static final int WINDOW = 180;
    /** A record joined through another must not be less likely to be the complaint's own fault than 1 to this power of e. */
    private static final double FAR = 4;

    private final LinkRule rule;

    public Memory(LinkRule rule) {
        this.rule = rule;
    }

    public Recall recall(Study study) {
        return new Recall(chain(study), note(study));
    }

    /** The traits of each record of the aircraft with regard to the complaint, oldest first; for fitting the rule. */
    public List<Traits> traits(Study study) {
        var comparison = new Comparison(study);
        return IntStream.range(0, study.asked())
                .mapToObj(entry -> comparison.traits(entry, study.asked()))
                .toList();
    }

    private Optional<Chain> chain(Study study) {
        if (study.own().isEmpty()) return Optional.empty();
        var comparison = new Comparison(study);
        int asked = study.asked();
        var direct = new ArrayList<Traits>();
        double[] odds = new double[asked];
        Map<Integer, Link> members = new TreeMap<>();
        var open = new ArrayDeque<Integer>();
        for (int entry = 0; entry < asked; entry++) {
            Traits traits = comparison.traits(entry, asked);
            direct.add(traits);
            odds[entry] = rule.odds(traits);
            if (rule.claims(odds[entry], 0) && near(comparison, entry, asked)) {
                members.put(entry, new Link(odds[entry], traits, asked));
                open.add(entry);
            }
        }
        while (!open.isEmpty()) {
            int member = open.poll();
            for (int entry = 0; entry < asked; entry++) {
                if (members.containsKey(entry)
                        || !near(comparison, entry, member)
                        || !rule.claims(rule.odds(recent(direct.get(entry))), FAR)) continue;
                Traits traits = comparison.traits(Math.min(entry, member), Math.max(entry, member));
                double linked = rule.odds(traits);
                if (!rule.claims(linked, 0)) continue;
                members.put(entry, new Link(linked, traits, member));
                open.add(entry);
            }
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(chain(study, comparison, members));
    }

    /**
     * How an entry came into the chain.
     *
     * @param to number of the entry that it is linked with
     */
    private record Link(double odds, Traits traits, int to) {}

    private static boolean near(Comparison comparison, int one, int other) {
        return comparison.days(one, other) <= Returns.DAYS;
    }

    /** The same as if it had been at the edge of what a link may span: how long a chain is does not speak against it. */
    private static Traits recent(Traits traits) {
        return new Traits(
                traits.chance(),
                traits.contradicts(),
                traits.meets(),
                traits.refers(),
                Math.min(traits.months(), Returns.DAYS / 30.0),
                traits.systems(),
                traits.parts(),
                traits.again(),
                traits.routine(),
                traits.code(),
                traits.part(),
                traits.words());
    }

    private static Chain chain(Study study, Comparison comparison, Map<Integer, Link> members) {
        List<Integer> entries = members.keySet().stream()
                .sorted(Comparator.comparing(comparison::day).thenComparing(entry -> entry))
                .toList();
        String usual = usual(entries.stream().map(comparison::record).toList());
        var before = new ArrayList<Occurrence>();
        for (int i = 0; i < entries.size(); i++) {
            int entry = entries.get(i);
            int next = i + 1 < entries.size() ? entries.get(i + 1) : study.asked();
            MaintenanceRecord record = comparison.record(entry);
            Link link = members.get(entry);
            if (link == null) continue;
            String code = Coding.digits(record);
            before.add(new Occurrence(
                    record,
                    comparison.day(entry),
                    done(record),
                    (int) comparison.days(entry, next),
                    !code.isEmpty() && !usual.isEmpty() && !code.equals(usual),
                    LinkRule.probability(link.odds()),
                    Grounds.of(link.traits(), link.to() != study.asked(), comparison.record(link.to()))));
        }
        MaintenanceRecord present = study.present().record();
        return new Chain(
                present.aircraft(),
                present.date().orElseThrow(),
                before,
                before.getLast().done() == Occurrence.Done.PUT_OFF);
    }

    /** The code that most entries have; of two as frequent the smaller. */
    private static String usual(List<MaintenanceRecord> records) {
        Map<String, Long> counts = records.stream()
                .map(Coding::digits)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** What was done on a complaint, by the words of its entry. */
    public static Occurrence.Done done(MaintenanceRecord record) {
        return done(record.condition(), record.action());
    }

    /**
     * The same of what a session was closed with.
     *
     * @param condition empty where none is known
     */
    public static Occurrence.Done done(String condition, String action) {
        if (Wording.putOff(action)) return Occurrence.Done.PUT_OFF;
        return Wording.nothingFound(condition, action) || Wording.onlyReset(action)
                ? Occurrence.Done.NOTHING_FOUND
                : Occurrence.Done.WORKED;
    }

    private static String note(Study study) {
        String aircraft = study.present().record().aircraft();
        Study.Tail tail = study.tail();
        if (tail.records() == 0) return "no records of " + aircraft + " are held";
        String undated = tail.undated() == 0
                ? ""
                : "; " + tail.undated() + " of its records have no date and could not be placed";
        if (study.own().isEmpty())
            return "no records of " + aircraft + " in the " + WINDOW + " days before"
                    + tail.newest().map(day -> "; the last one is of " + day).orElse("") + undated;
        return undated.isEmpty() ? "" : undated.substring(2);
    }
}
