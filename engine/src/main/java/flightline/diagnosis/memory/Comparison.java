package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import flightline.search.Study;
import flightline.search.Trace;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Compares the entries of one study with one another. Not safe for several threads. */
final class Comparison {
    /** Share of a complaint's words, by rarity, from which on another entry has as good as all of them. */
    private static final double AS_GOOD_AS_ALL = 0.9;
    /** Likeness is sharpened, so that the few nearest say what an entry is about. */
    private static final double SHARPNESS = 6;
    /** An entry far from all that is like the complaint is about something else, which this share stands for. */
    private static final double SOMETHING_ELSE = 0.3;
    /** With fewer records elsewhere it cannot be told how common a complaint is. */
    private static final int ENOUGH = 20;
    /** Where it cannot be told, as in the sample records: a share of 1 / (1 + (s / HALF) ^ FALL) is as like as s or more. */
    private static final double HALF = 0.0445;

    private static final double FALL = 2.15;

    private static final double DAYS = 30;

    private final Study study;
    private final int lines;
    private final double[][] ranked;
    private final List<Map<String, Double>> systems;
    private final List<Map<String, Double>> parts;
    private final List<Whereabouts> whereabouts;

    Comparison(Study study) {
        this.study = study;
        this.lines = study.asked() + 1;
        this.ranked = new double[lines][];
        double[][] shares = shares();
        this.systems = spread(shares, Coding::system);
        this.parts = spread(shares, Coding::part);
        this.whereabouts = IntStream.range(0, lines)
                .mapToObj(i -> Whereabouts.in(Wording.complaint(record(i))))
                .toList();
    }

    /**
     * @param earlier number of an entry of the aircraft
     * @param later number of another of it, or of the complaint
     */
    Traits traits(int earlier, int later) {
        MaintenanceRecord before = record(earlier);
        MaintenanceRecord after = record(later);
        return new Traits(
                chance(earlier, later),
                one(whereabouts.get(earlier).contradicts(whereabouts.get(later))),
                one(whereabouts.get(earlier).meets(whereabouts.get(later))),
                one(Wording.refersTo(after, before)),
                days(earlier, later) / DAYS,
                agreement(systems.get(earlier), systems.get(later)),
                agreement(parts.get(earlier), parts.get(later)),
                one(Wording.saysAgain(after)),
                one(Wording.routine(before) || Wording.routine(after)),
                code(before, after),
                one(Coding.samePart(before, after)),
                cosine(study.entry(earlier).text(), study.entry(later).text()));
    }

    /** Days from one entry to another, never negative. */
    long days(int one, int other) {
        return Math.abs(ChronoUnit.DAYS.between(day(one), day(other)));
    }

    LocalDate day(int entry) {
        return record(entry).date().orElseThrow();
    }

    MaintenanceRecord record(int entry) {
        return study.entry(entry).record();
    }

    private double chance(int earlier, int later) {
        double like = like(later, earlier);
        double[] elsewhere = elsewhere(later);
        int place = 0;
        while (place < elsewhere.length && elsewhere[place] >= like) place++;
        double held = Math.max(1, study.held());
        double as;
        if (elsewhere.length < ENOUGH) as = held / (1 + Math.pow(like / HALF, FALL));
        else if (place < elsewhere.length) as = place;
        else as = Math.min(0.9 * held, beyond(elsewhere, like));
        return Math.log((as + 0.3) / held * study.between(day(earlier), day(later)));
    }

    /** How many would be as like, where more are than were looked at: the last ones' thinning, carried on. */
    private static double beyond(double[] elsewhere, double like) {
        int last = elsewhere.length;
        int tenth = Math.max(1, last / 10);
        double fall = Math.max(1e-3, elsewhere[tenth - 1] - elsewhere[last - 1]);
        return last * Math.exp(Math.log((double) last / tenth) / fall * (elsewhere[last - 1] - like));
    }

    /** Likenesses of the records elsewhere to an entry, greatest first. */
    private double[] elsewhere(int entry) {
        double[] known = ranked[entry];
        if (known != null) return known;
        double[] likes = IntStream.range(0, study.elsewhere().size())
                .mapToDouble(n -> -like(entry, study.elsewhere(n)))
                .sorted()
                .map(like -> -like)
                .toArray();
        ranked[entry] = likes;
        return likes;
    }

    /** How far the other entry tells what this one complains of, 0 to 1. */
    private double like(int entry, int other) {
        Map<String, Double> wanted = study.entry(entry).complaint();
        Map<String, Double> there = study.entry(other).text();
        double all = 0;
        double found = 0;
        for (var word : wanted.entrySet()) {
            all += word.getValue();
            if (there.containsKey(word.getKey())) found += word.getValue();
        }
        double told = all == 0 ? 0 : Math.min(1, found / all / AS_GOOD_AS_ALL);
        return 0.5 * study.likeness(entry, other) + 0.5 * told;
    }

    /** What each record elsewhere has to say of each entry; a line adds up to 1 or less. */
    private double[][] shares() {
        int many = study.elsewhere().size();
        double[][] shares = new double[lines][many];
        for (int i = 0; i < lines; i++)
            for (int n = 0; n < many; n++) {
                double alike = 0.5 * study.likeness(i, study.elsewhere(n))
                        + 0.5
                                * cosine(
                                        study.entry(i).complaint(),
                                        study.entry(study.elsewhere(n)).complaint());
                shares[i][n] = Math.pow(alike, SHARPNESS);
            }
        double asked = Arrays.stream(shares[lines - 1]).sum();
        for (double[] line : shares) {
            double all = Arrays.stream(line).sum() + SOMETHING_ELSE * asked;
            for (int n = 0; n < many; n++) line[n] = all == 0 ? 0 : line[n] / all;
        }
        return shares;
    }

    private List<Map<String, Double>> spread(double[][] shares, Function<MaintenanceRecord, String> label) {
        List<String> labels =
                study.elsewhere().stream().map(Trace::record).map(label).toList();
        return Arrays.stream(shares)
                .<Map<String, Double>>map(line -> {
                    var spread = new HashMap<String, Double>();
                    for (int n = 0; n < line.length; n++)
                        if (!labels.get(n).isEmpty()) spread.merge(labels.get(n), line[n], Double::sum);
                    return spread;
                })
                .toList();
    }

    /** Bhattacharyya coefficient of two spreads. */
    private static double agreement(Map<String, Double> one, Map<String, Double> two) {
        double sum = 0;
        for (var share : one.entrySet()) sum += Math.sqrt(share.getValue() * two.getOrDefault(share.getKey(), 0.0));
        return sum;
    }

    private static double code(MaintenanceRecord a, MaintenanceRecord b) {
        String one = Coding.chapter(a);
        String two = Coding.chapter(b);
        if (one.isEmpty() || two.isEmpty()) return 0;
        String system = Coding.system(a);
        if (!system.isEmpty() && system.equals(Coding.system(b))) return 1;
        return one.equals(two) ? 0.3 : -1;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> two) {
        double shared = 0;
        for (var word : one.entrySet()) shared += word.getValue() * two.getOrDefault(word.getKey(), 0.0);
        return shared == 0 ? 0 : shared / Math.sqrt(squares(one) * squares(two));
    }

    private static double squares(Map<String, Double> words) {
        double sum = 0;
        for (double weight : words.values()) sum += weight * weight;
        return sum;
    }

    private static double one(boolean is) {
        return is ? 1 : 0;
    }
}
