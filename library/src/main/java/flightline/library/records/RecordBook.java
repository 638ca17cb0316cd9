package flightline.library.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The maintenance records of the fleet, written from the hand-made texts: the same seed gives the same bytes. */
public final class RecordBook {
    /** The seed of the committed records. */
    public static final long SEED = 46_0117;

    private static final List<String> TEXTS = List.of(
            "stories-airframe.txt",
            "stories-engine.txt",
            "stories-gear.txt",
            "modes-airframe.txt",
            "modes-systems.txt",
            "modes-engine.txt",
            "brushes.txt",
            "no-fault-found.txt",
            "routine-line.txt",
            "routine-cabin.txt",
            "routine-base.txt");

    private final Texts texts;
    private final List<Row> rows;

    private RecordBook(Texts texts, List<Row> rows) {
        this.texts = texts;
        this.rows = List.copyOf(rows);
    }

    /** Dates and numbers every text. */
    public static RecordBook write(long seed) {
        Texts texts = TextReader.read(TEXTS);
        List<Draft> drafts = new ArrayList<>(new Diary(seed, new Catalogue()).of(texts));
        drafts.sort(Comparator.comparing(Draft::date)
                .thenComparing(draft -> draft.airframe().registration()));
        Map<String, Long> onThatDay =
                drafts.stream().collect(Collectors.groupingBy(RecordBook::day, Collectors.counting()));
        Map<String, Logbook> logbooks = new HashMap<>();
        for (Fleet.Airframe airframe : Fleet.airframes()) {
            logbooks.put(airframe.registration(), new Logbook(seed, airframe));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            int year = draft.date().getYear() % 100;
            String id = "SKW-%02d-%04d".formatted(year, numbers.merge(year, 1, Integer::sum));
            Logbook logbook = logbooks.get(draft.airframe().registration());
            if (logbook == null) {
                throw new IllegalStateException(
                        "no logbook for " + draft.airframe().registration());
            }
            int place = places.merge(day(draft), 1, Integer::sum);
            int entries = onThatDay.getOrDefault(day(draft), 1L).intValue();
            LocalDate date = draft.date();
            rows.add(new Row(
                    id,
                    draft,
                    logbook.hoursAt(date, place, entries),
                    logbook.cyclesAt(date, place, entries),
                    previous.getOrDefault(draft.story(), "")));
            previous.put(draft.story(), id);
        }
        return new RecordBook(texts, rows);
    }

    /** The records as CSV with a header, oldest first, lines ended by LF. */
    public String csv() {
        return Row.HEADER + "\n" + rows.stream().map(row -> row.csv() + "\n").collect(Collectors.joining());
    }

    /** The answer key: each story with its records, its true cause and its wrong first fix, as Markdown. */
    public String stories() {
        return new AnswerKey(texts.stories(), rows).markdown();
    }

    /** Which records are the same fault, one JSON object a line, in the order of the records. */
    public String truth() {
        return new TruthFile(rows, SEED).lines();
    }

    /** How many records tell of each failure mode, by mode such as {@code 32-1}. */
    Map<String, Long> recordsByMode() {
        return rows.stream()
                .map(row -> row.draft().mode())
                .filter(mode -> !mode.isEmpty())
                .collect(Collectors.groupingBy(mode -> mode, Collectors.counting()));
    }

    /** How many hand-made texts tell of each failure mode. */
    Map<String, Long> wordingsByMode() {
        return Stream.concat(
                        texts.singles().stream(), texts.stories().stream().flatMap(story -> story.entries().stream()))
                .map(text -> text.attributes().text("fm").orElse(""))
                .filter(mode -> !mode.isEmpty())
                .collect(Collectors.groupingBy(mode -> mode, Collectors.counting()));
    }

    /** How many hand-made texts stand behind the records. */
    int textCount() {
        return texts.singles().size()
                + texts.stories().stream()
                        .mapToInt(story -> story.entries().size())
                        .sum();
    }

    private static String day(Draft draft) {
        return draft.airframe().registration() + " " + draft.date();
    }
}
