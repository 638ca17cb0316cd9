package flightline.fleet;

import flightline.fleet.Reading.NotUnderstood;
import flightline.fleet.Reading.Understood;
import flightline.terms.AtaTable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a question by a small grammar of trade words: when, which aircraft, systems and parts, what is counted, by what, and which form.
 * Every word must be understood: a question with a word that is not is told back, never guessed at.
 */
final class QuestionReader {
    private static final int USUAL_TOP = 10;
    private static final int MOST = 200;
    private static final int LONGEST = 400;
    private static final List<String> NUMBERS = List.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "fifteen", "twenty");
    private static final String NUMBER = "\\d{1,3}|" + String.join("|", NUMBERS.subList(1, NUMBERS.size()));
    private static final Pattern QUOTED = Pattern.compile(
            "(?<=\\s)(?:(?:mention(?:ing|s|ed)?|contain(?:ing|s)?|involv(?:ing|es?|ed)|with|about|saying|where the text (?:has|says)) )?(?:the (?:words?|text) )?\"([^\"]{2,80})\"(?: (?:(?:is|are|was|were) )?(?:mentioned|written|found))?(?=\\s)");
    private static final String NUMBER_OF_ROWS =
            "[1-9]\\d?|1\\d\\d|200|" + String.join("|", NUMBERS.subList(1, NUMBERS.size()));
    /** "The 737" is no number of rows; "the 5 worst" and "the 10 parts" say of what. */
    private static final Pattern TOP = Pattern.compile("(?<=\\s)(?:top|worst) (" + NUMBER
            + ")(?=\\s)(?! (?:days?|weeks?|months?|quarters?|years?)\\s)"
            + "|(?<=\\s)(?:the )?(?:first )?(" + NUMBER_OF_ROWS
            + ")(?= (?:most|worst|biggest|leading|top|main|commonest|common|largest|highest)\\s)");

    private static final Pattern TOP_OF = Pattern.compile(
            "(?<=\\s)(?<!\\s(?:on|of|at|for|in|from)\\s)(?:the first|the|first|which|what) (" + NUMBER_OF_ROWS
                    + ")(?= (?:(?:removed|replaced|changed|failed|failing) )?(?:" + Grouping.countable() + ")\\s)");

    private static final Pattern MEAN = Pattern.compile("(?<=\\s)(?:longest|average|mean|on average)(?=\\s)");
    /** Of one that is compared with all others. */
    private static final Pattern OTHERS = Pattern.compile("\\b(?:others?|rest)\\b");
    /** Forms whose tests are over aircraft and systems one by one. */
    private static final Set<Form> NOT_EITHER =
            EnumSet.of(Form.COMPARE, Form.RECURRING, Form.FIXES, Form.STATIONS, Form.EMERGING);

    private static final Pattern LATEST =
            Pattern.compile("(?<=\\s)(?:the )?(?:last|latest|newest|most recent) (" + NUMBER + ")(?=\\s)");
    /** One alone, where it is asked for a day; else those of late. */
    private static final Pattern WHEN_LAST = Pattern.compile(
            "(?<=\\s)(?:when (?:was|were|did|has|have)(?: (?:the|it|this|we|you|they))* (?:last|latest|most recent)|(?:the )?(?:last|latest|most recent) time)(?=\\s)");

    private static final Pattern OF_LATE = Pattern.compile("(?<=\\s)(?:the )?(?:latest|newest|most recent)(?=\\s)");
    /** After the forms, of which some have the word: fixes that did not last. */
    private static final Pattern LAST = Pattern.compile("(?<=\\s)(?:the )?last(?=\\s)");
    /** A picture or a table is made of every answer. */
    private static final Pattern DRAWN = Pattern.compile(
            "(?<=\\s)(?:(?:as |in |on )?(?:a |an |the )?(?:bar )?(?<!control )(?:chart|graph|plot|diagram|table)(?: of)?)(?=\\s)");

    private static final Pattern WITHIN = Pattern.compile(
            "(?<=\\s)(?:again )?(?:within|in less than|inside|no more than) (\\d{1,3}) (day|week|month)s?(?: of (?:each|one an)other)?(?=\\s)");

    private static final Pattern REMOVALS = Pattern.compile("\\b(?:remov|replac|swap|chang|renew|exchang)");

    private static final Set<Grouping> COMPARED = EnumSet.of(Grouping.TAIL, Grouping.MODEL, Grouping.STATION);

    private static final Set<Counted> OF_THEIR_OWN =
            EnumSet.of(Counted.UNSCHEDULED_REMOVALS, Counted.REMOVALS, Counted.DEFERRALS);

    /** Asks for two beside one another; where nothing else of the question says which two, it is not understood. */
    private static final String MORE = "more";
    /** The same; of aircraft it is told which have more. */
    private static final Set<String> FEWER = Set.of("fewer", "less");
    /** "How do I replace it" asks nothing of the records. */
    private static final String HOW = "how";

    private static final Set<Cue> BESIDE_OTHERS = EnumSet.of(Cue.COMPARE, Cue.EMERGING, Cue.SEASON, Cue.TREND);

    private static final Set<Cue> NOT_BY_PERIOD = EnumSet.of(
            Cue.OPEN, Cue.FIXES, Cue.EMERGING, Cue.RECURRING, Cue.SEASON, Cue.DELAYS, Cue.SHARE, Cue.LIST, Cue.RANK);

    private static final Pattern UNPLANNED =
            Pattern.compile("(?<=\\s)(?:were |was |are )?(?:unscheduled|unplanned|premature)(?=\\s)");
    private static final Pattern MTBR = Pattern.compile("(?i)\\bmtbr\\b");
    private static final Pattern MTBUR = Pattern.compile("(?i)\\bmtbur\\b");

    private final AtaTable ata;
    private final Words words;
    private final LocalDate today;

    QuestionReader(AtaTable ata, Words words, LocalDate today) {
        this.ata = ata;
        this.words = words;
        this.today = today;
    }

    Reading read(String question) {
        if (question.isBlank()) return new NotUnderstood("the question is empty", List.of(Form.values()));
        if (question.length() > LONGEST)
            return new NotUnderstood(
                    "the question has " + question.length() + " characters, at most " + LONGEST + " are read",
                    List.of());
        var line = new Line(question);
        Optional<String> text = line.take(QUOTED, "q").map(m -> m.group(1).strip());
        Optional<Integer> days = line.take(WITHIN).map(QuestionReader::days);
        String lower = question.toLowerCase(Locale.ROOT);
        boolean removals = REMOVALS.matcher(lower).find();
        var finder = new NameFinder(ata, words, removals);
        var names = new NameFinder.Found();
        finder.takeNumberedNames(line, names);
        Optional<Period> period = Optional.empty();
        Optional<Period> beside = Optional.empty();
        Optional<Season> seasonOfPeriod = Optional.empty();
        switch (new PeriodReader(today).take(line, lower.contains("compar"))) {
            case PeriodReader.Outcome.Impossible(var why) -> {
                return new NotUnderstood("the period cannot be: " + why, List.of());
            }
            case PeriodReader.Outcome.Found(var found, var itsSeason) -> {
                period = Optional.of(found);
                seasonOfPeriod = itsSeason;
            }
            case PeriodReader.Outcome.Beside(var earlier, var later) -> {
                if (!earlier.to().isBefore(later.from()))
                    return new NotUnderstood(
                            "the two periods that are to be compared share days: " + earlier.said() + ", "
                                    + later.said(),
                            List.of(Form.COMPARE));
                period = Optional.of(earlier);
                beside = Optional.of(later);
            }
            case PeriodReader.Outcome.None() -> {}
        }
        Optional<String> unknown = finder.takeIdentifiers(line, names);
        if (unknown.isPresent()) return new NotUnderstood(unknown.get(), List.of());
        line.takeAll(DRAWN);
        Optional<Integer> top = line.take(TOP).map(QuestionReader::top);
        if (top.isEmpty()) {
            top = line.take(TOP_OF).map(QuestionReader::top);
            top.ifPresent(rows -> finder.doubt(rows, names));
        }
        Optional<Integer> latest = line.take(LATEST).map(m -> number(m.group(1)));
        if (latest.isEmpty() && line.takeAll(WHEN_LAST)) latest = Optional.of(1);
        if (latest.isEmpty() && line.takeAll(OF_LATE)) latest = Optional.of(USUAL_TOP);
        finder.takeLongNames(line, names);
        Optional<Grouping> ordered = Grouping.takeOrdered(line);
        Optional<Grouping> by = ordered.isPresent() ? ordered : Grouping.takeBy(line);
        if (by.isPresent()) {
            Optional<Grouping> asked =
                    ordered.isPresent() ? Optional.empty() : Grouping.takeAsked(line, top.isPresent());
            Optional<Grouping> second = asked.isPresent() ? asked : Grouping.takeSecond(line);
            if (second.isPresent() && !second.equals(by))
                return new NotUnderstood(
                        "counted by " + by.get().one() + " and by "
                                + second.get().one() + " at once, where one of them can be told",
                        Stream.of(by.get(), second.get())
                                .map(one -> "records by " + one.one())
                                .toList(),
                        List.of(Form.RANK));
        }
        Set<Cue> cues = Cue.take(line);
        if (top.isPresent()) cues.add(Cue.RANK);
        // How many of the last: of which, nobody knows.
        if (latest.isEmpty() && !cues.contains(Cue.COUNT) && line.takeAll(LAST)) latest = Optional.of(USUAL_TOP);
        boolean mean = cues.contains(Cue.DELAYS) && line.takeAll(MEAN);
        if (latest.isPresent()) cues.add(Cue.LIST);
        Optional<Integer> rows = top.isPresent() ? top : latest;
        if (by.isEmpty()) {
            by = Grouping.takeWhich(line);
            // "How many aircraft had …": the number of entries comes with that of the aircraft.
            if (by.equals(Optional.of(Grouping.TAIL)) && cues.equals(EnumSet.of(Cue.COUNT))) by = Optional.empty();
        }
        if (beside.isPresent()) {
            Optional<Cue> other = NOT_BY_PERIOD.stream().filter(cues::contains).findFirst();
            if (by.isPresent() || other.isPresent())
                return new NotUnderstood(
                        "two periods are compared by how many there were in each, not "
                                + by.map(one -> "by " + one.one())
                                        .orElseGet(() -> "for "
                                                + other.orElseThrow().form().title()),
                        List.of(Form.COMPARE));
            cues.add(Cue.COMPARE);
            cues.remove(Cue.TREND);
        }
        Optional<String> kinds = Counted.both(line);
        if (kinds.isPresent())
            return new NotUnderstood(
                    kinds.get() + " are counted apart; ask each by itself", List.of(Form.COUNT, Form.RANK));
        Optional<Counted> said = Counted.take(line);
        if (said.equals(Optional.of(Counted.REMOVALS)) && line.takeAll(UNPLANNED))
            said = Optional.of(Counted.UNSCHEDULED_REMOVALS);
        // "The last wheel change" is a removal; "did the level change" is none.
        if (said.isEmpty() && !cues.contains(Cue.TREND) && line.left().contains("change"))
            said = Optional.of(Counted.REMOVALS);
        Counted counted = said.orElse(Counted.RECORDS);
        if (MTBR.matcher(question).find()) counted = Counted.REMOVALS;
        if (MTBUR.matcher(question).find()) counted = Counted.UNSCHEDULED_REMOVALS;
        Optional<Season> season = seasonOfPeriod;
        if (season.isEmpty() && !cues.contains(Cue.SEASON)) season = Season.take(line);
        finder.takeNames(line, names);
        boolean more = line.left().stream().anyMatch(word -> word.equals(MORE) || FEWER.contains(word));
        // "Are there more of them in summer?" asks for the seasons beside one another, not for those of the summer.
        if (more && season.isPresent() && !cues.contains(Cue.COMPARE)) {
            cues.add(Cue.SEASON);
            season = Optional.empty();
        }
        boolean two = BESIDE_OTHERS.stream().anyMatch(cues::contains);
        boolean both = beside.isPresent() || cues.contains(Cue.SEASON);
        List<String> left = line.left().stream()
                .filter(word -> !NameFinder.NOISE.contains(word)
                        && !(two && word.equals(MORE))
                        && !(both && FEWER.contains(word))
                        && !(!cues.isEmpty() && word.equals(HOW)))
                .toList();
        if (names.ambiguous.isPresent()) return new NotUnderstood(names.ambiguous.get(), List.of());
        var alternatives = Alternatives.of(line.words());
        if (alternatives.untold().isPresent())
            return new NotUnderstood(alternatives.untold().get(), List.of());
        if (cues.contains(Cue.COMPARE)
                && beside.isEmpty()
                && alternatives.beside()
                && !OTHERS.matcher(lower).find())
            return new NotUnderstood(
                    "an aircraft is compared with aircraft, and a model with models, not "
                            + String.join(", ", names.tails) + " with " + String.join(", ", names.models),
                    List.of(Form.COMPARE));
        if (cues.contains(Cue.COMPARE) && by.isEmpty()) by = named(names);
        // One aircraft is compared with all others.
        if (beside.isEmpty()
                && cues.contains(Cue.COMPARE)
                && by.filter(grouping -> grouping != Grouping.TAIL).isEmpty()
                && names.tails.size() == 1) names.tails.clear();
        Optional<Form> form = form(cues, by);
        // Whoever names entries and asks nothing of them wants to see them.
        if (form.isEmpty() && (said.isPresent() || text.isPresent() || !names.conditions.isEmpty()))
            form = Optional.of(Form.LIST);
        if (!left.isEmpty() || form.isEmpty()) return notUnderstood(left, form);
        if ((form.get() == Form.FIXES || form.get() == Form.STATIONS)
                && names.parts.stream().anyMatch(Selection.Part::number))
            return new NotUnderstood(
                    "what held is told of parts by their name, not by their number", List.of(form.get()));
        if (form.get() == Form.RECURRING && said.filter(OF_THEIR_OWN::contains).isPresent())
            return new NotUnderstood(
                    "what recurs is told of defects, not of " + counted.many() + " alone", List.of(form.get()));
        if (alternatives.any() && NOT_EITHER.contains(form.get()) && beside.isEmpty())
            return new NotUnderstood(
                    form.get().title() + " is not told of the one or the other at once; ask each by itself",
                    List.of(Form.COUNT, Form.RANK));
        boolean share = cues.contains(Cue.SHARE);
        if (share && form.get() != Form.RATE && form.get() != Form.STATIONS)
            return new NotUnderstood(
                    "a share is told of records, defects and removals, not of "
                            + form.get().title(),
                    List.of(Form.RATE));
        return new Understood(new Question(
                question.strip(),
                form.get(),
                new Selection(
                        period,
                        List.copyOf(names.tails),
                        List.copyOf(names.models),
                        List.copyOf(names.stations),
                        List.copyOf(names.systems),
                        List.copyOf(names.parts),
                        List.copyOf(names.conditions),
                        text,
                        season,
                        counted,
                        new Selection.Joined(
                                alternatives.aircraft(), alternatives.what(), List.copyOf(names.families))),
                by,
                rows.orElse(form.get() == Form.LIST ? 50 : form.get() == Form.RATE ? 50 : USUAL_TOP),
                beside,
                mean,
                share,
                days,
                today));
    }

    private static NotUnderstood notUnderstood(List<String> left, Optional<Form> form) {
        if (left.isEmpty())
            return new NotUnderstood(
                    "the question does not say what is wanted: how many, which most, how often, since when …",
                    List.of(Form.values()));
        return new NotUnderstood(
                "not understood: " + String.join(", ", left)
                        + ". No record, part or system that you may see is called so, and no form of question has it; what stands in the texts goes in \"quotation marks\"",
                form.map(List::of).orElseGet(() -> List.of(Form.values())));
    }

    private static Optional<Form> form(Set<Cue> cues, Optional<Grouping> by) {
        boolean station = by.filter(b -> b == Grouping.STATION).isPresent();
        if (station && (cues.contains(Cue.RECURRING) || cues.contains(Cue.COMPARE) || cues.contains(Cue.FIXES)))
            return Optional.of(Form.STATIONS);
        boolean share = cues.contains(Cue.SHARE);
        if (!share
                && by.filter(b -> b == Grouping.SEASON || b == Grouping.MONTH_OF_YEAR)
                        .isPresent()) return Optional.of(Form.SEASON);
        boolean time = by.filter(Grouping::isTime).isPresent();
        for (Cue cue : Cue.values()) {
            if (!cues.contains(cue)) continue;
            return switch (cue) {
                case OPEN, FIXES, EMERGING, RECURRING, SEASON, DELAYS, TREND, SHARE -> Optional.of(cue.form());
                // Parts and systems fly no hours of their own that they could be compared by.
                case COMPARE ->
                    Optional.of(
                            time ? Form.TREND : by.isEmpty() || COMPARED.contains(by.get()) ? Form.COMPARE : Form.RANK);
                case RATE, LIST -> Optional.of(time ? Form.TREND : cue.form());
                case COUNT -> Optional.of(time ? Form.TREND : by.isPresent() ? Form.RANK : Form.COUNT);
                case RANK -> Optional.of(time ? Form.TREND : Form.RANK);
            };
        }
        return by.map(b -> b.isTime() ? Form.TREND : Form.RANK);
    }

    private static int number(String said) {
        int word = NUMBERS.indexOf(said);
        if (word < 0) return Math.clamp(Integer.parseInt(said), 1, MOST);
        return said.equals("fifteen") ? 15 : said.equals("twenty") ? 20 : word + 1;
    }

    /** By what two that are named are compared. */
    private static Optional<Grouping> named(NameFinder.Found names) {
        if (names.models.size() > 1 && (names.tails.isEmpty() || names.ofModels() > 1))
            return Optional.of(Grouping.MODEL);
        return names.stations.size() > 1 ? Optional.of(Grouping.STATION) : Optional.empty();
    }

    private static int days(MatchResult m) {
        int count = Integer.parseInt(m.group(1));
        return Math.clamp(
                switch (m.group(2)) {
                    case "week" -> 7L * count;
                    case "month" -> 30L * count;
                    default -> count;
                },
                1,
                3650);
    }

    private static int top(MatchResult m) {
        for (int group = 1; group <= m.groupCount(); group++) if (m.group(group) != null) return number(m.group(group));
        return USUAL_TOP;
    }
}
