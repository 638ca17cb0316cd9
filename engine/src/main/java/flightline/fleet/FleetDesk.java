package flightline.fleet;

import flightline.corpus.Marking;
import flightline.fleet.Reading.NotUnderstood;
import flightline.fleet.Reading.Understood;
import flightline.terms.AtaTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers questions over the records in words. Holds nothing of them; safe to share. */
public final class FleetDesk {
    private final AtaTable ata;
    private final Map<Form, Answerer> answerers = new EnumMap<>(Form.class);

    /** @param seed of the series that a change of level is compared with, so that an answer can be had again */
    public FleetDesk(AtaTable ata, long seed) {
        this.ata = ata;
        for (Form form : Form.values()) answerers.put(form, answerer(form, seed));
    }

    private static Answerer answerer(Form form, long seed) {
        return switch (form) {
            case RANK -> new RankAnswer();
            case COUNT -> new CountAnswer();
            case RATE -> new RateAnswer();
            case COMPARE -> new CompareAnswer();
            case TREND -> new TrendAnswer(seed);
            case SEASON -> new SeasonAnswer(seed);
            case RECURRING -> new RecurringAnswer();
            case FIXES -> new FixesAnswer();
            case STATIONS -> new StationsAnswer();
            case EMERGING -> new EmergingAnswer();
            case OPEN -> new OpenAnswer();
            case DELAYS -> new DelayAnswer();
            case LIST -> new ListAnswer();
        };
    }

    /** Whether every word of a question is one of a form, of the trade or of these records. */
    public boolean understands(String question, LocalDate today, ClearedRecords records) {
        return new QuestionReader(ata, records.words(), today).read(question) instanceof Understood;
    }

    /**
     * @param today what "last year" is reckoned from
     * @param records what the asker may see
     */
    public FleetAnswer answer(String question, LocalDate today, ClearedRecords records) {
        Words words = records.words();
        FleetAnswer answer = switch (new QuestionReader(ata, words, today).read(question)) {
            case NotUnderstood(var why, var parts, var nearest) ->
                new FleetAnswer.NotEnough(
                        why,
                        Stream.concat(
                                        parts.stream(),
                                        nearest.stream()
                                                .map(form -> form.examples().getFirst()))
                                .limit(6)
                                .toList());
            case Understood(var understood) -> answer(understood, records);
        };
        return answer instanceof FleetAnswer.NotEnough(var why, var nearest)
                ? new FleetAnswer.NotEnough(why, new Suggested(words).of(nearest))
                : answer;
    }

    private FleetAnswer answer(Question question, ClearedRecords records) {
        FleetAnswer answer =
                java.util.Objects.requireNonNull(answerers.get(question.form())).answer(question, records);
        if (!(answer instanceof FleetAnswer.Found(var finding))) return answer;
        Optional<String> changed = Airframes.caveat(question, records);
        Finding named = namesSystems(question, finding) ? finding.with(Titles.OF_THE_TABLE) : finding;
        Finding told = changed.isPresent() ? named.with(changed.get()) : named;
        long alone = records.countedAlone();
        Finding marked = told.under(changed.isPresent() || alone > 0 ? records.marking() : marking(question, records));
        return new FleetAnswer.Found(
                alone == 0
                        ? marked
                        : marked.with((alone == 1 ? "1 record is" : alone + " records are")
                                + " held for analysis alone: counted here, not known to diagnose, search and show"));
    }

    private static boolean namesSystems(Question question, Finding finding) {
        return switch (question.form()) {
            case EMERGING -> !finding.table().isEmpty();
            case LIST, OPEN -> false; // codes alone
            case RANK, COUNT, RATE, COMPARE, TREND, SEASON, RECURRING, FIXES, STATIONS, DELAYS ->
                finding.table().columns().contains(Grouping.SYSTEM.column());
        };
    }

    /** Of the aircraft that it asks for, where its form looks at no others; else of all that may be seen, for all went into it. */
    private static Marking marking(Question question, ClearedRecords records) {
        Selection these = question.selection().aircraftAlone();
        boolean others = switch (question.form()) {
            case RANK, COUNT, RATE, TREND, SEASON, LIST -> these.isEmpty();
            case COMPARE, RECURRING, FIXES, STATIONS, EMERGING, OPEN, DELAYS -> true;
        };
        return others ? records.marking() : records.marking(these.where());
    }

    /** Every form of question that is understood. */
    public static List<Form> forms() {
        return List.of(Form.values());
    }
}
