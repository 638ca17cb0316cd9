package flightline.fleet;

import flightline.fleet.Reading.NotUnderstood;
import flightline.fleet.Reading.Understood;
import flightline.terms.AtaTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads a question by a small grammar of trade words: when, which aircraft, systems and parts, what is counted, by what, and which form.
 * Every word must be understood: a question with a word that is not is told back, never guessed at.
 */
final class QuestionReader {
    private static final int USUAL_TOP = 10;
    private static final int MOST = 200;
    private static final int LONGEST = 400;
    private static final Pattern QUOTED = Pattern.compile(
            "(?<=\\s)(?:(?:mention(?:ing|s|ed)?|contain(?:ing|s)?|with|about|saying|where the text (?:has|says)) )?(?:the (?:words?|text) )?\"([^\"]{2,80})\"(?=\\s)");
    private static final Pattern TOP = Pattern.compile(
            "(?<=\\s)(?:top|first|worst|(\\d{1,3}) most|the) (\\d{1,3})(?=\\s)|(?<=\\s)(\\d{1,3}) (?=most|worst|biggest|leading|top)");
    private static final Pattern WITHIN = Pattern.compile(
            "(?<=\\s)(?:again )?(?:within|in less than|inside|no more than) (\\d{1,3}) (day|week|month)s?(?: of (?:each|one an)other)?(?=\\s)");

    private static final Pattern REMOVALS = Pattern.compile("\\b(?:remov|replac|swap|chang|renew|exchang)");

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
        Optional<String> text = line.take(QUOTED).map(m -> m.group(1).strip());
        Optional<Integer> days = line.take(WITHIN).map(QuestionReader::days);
        Optional<Period> period;
        switch (new PeriodReader(today).take(line)) {
            case PeriodReader.Outcome.Impossible(var why) -> {
                return new NotUnderstood("the period cannot be: " + why, List.of());
            }
            case PeriodReader.Outcome.Found(var found) -> period = Optional.of(found);
            case PeriodReader.Outcome.None() -> period = Optional.empty();
        }
        boolean removals = REMOVALS.matcher(question.toLowerCase(Locale.ROOT)).find();
        var finder = new NameFinder(ata, words, removals);
        var names = new NameFinder.Found();
        Optional<String> unknown = finder.takeIdentifiers(line, names);
        if (unknown.isPresent()) return new NotUnderstood(unknown.get(), List.of());
        Optional<Integer> top = line.take(TOP).map(QuestionReader::top);
        finder.takeLongNames(line, names);
        Optional<Grouping> by = Grouping.takeBy(line);
        Set<Cue> cues = Cue.take(line);
        if (top.isPresent()) cues.add(Cue.RANK);
        if (by.isEmpty()) by = Grouping.takeWhich(line);
        Counted counted = Counted.take(line);
        if (MTBUR.matcher(question).find()) counted = Counted.UNSCHEDULED_REMOVALS;
        Optional<Season> season = cues.contains(Cue.SEASON) ? Optional.empty() : Season.take(line);
        finder.takeNames(line, names);
        List<String> left = line.left().stream()
                .filter(word -> !NameFinder.NOISE.contains(word))
                .toList();
        Optional<Form> form = form(cues, by);
        if (!left.isEmpty() || form.isEmpty()) return notUnderstood(left, form);
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
                        counted),
                by,
                top.orElse(form.get() == Form.LIST ? 50 : form.get() == Form.RATE ? 50 : USUAL_TOP),
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
                        + ". No record, part or system that you may see is called so, and no form of question has it",
                form.map(List::of).orElseGet(() -> List.of(Form.values())));
    }

    private static Optional<Form> form(Set<Cue> cues, Optional<Grouping> by) {
        boolean station = by.filter(b -> b == Grouping.STATION).isPresent();
        if (station && (cues.contains(Cue.RECURRING) || cues.contains(Cue.COMPARE) || cues.contains(Cue.FIXES)))
            return Optional.of(Form.STATIONS);
        if (by.filter(b -> b == Grouping.SEASON || b == Grouping.MONTH_OF_YEAR).isPresent())
            return Optional.of(Form.SEASON);
        boolean time = by.filter(Grouping::isTime).isPresent();
        for (Cue cue : Cue.values()) {
            if (!cues.contains(cue)) continue;
            return switch (cue) {
                case OPEN, FIXES, EMERGING, RECURRING, SEASON, DELAYS, TREND, COMPARE -> Optional.of(cue.form());
                case RATE, LIST -> Optional.of(time ? Form.TREND : cue.form());
                case COUNT -> Optional.of(time ? Form.TREND : by.isPresent() ? Form.RANK : Form.COUNT);
                case RANK -> Optional.of(time ? Form.TREND : Form.RANK);
            };
        }
        return by.map(b -> b.isTime() ? Form.TREND : Form.RANK);
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
        for (int group = 1; group <= m.groupCount(); group++)
            if (m.group(group) != null) return Math.clamp(Integer.parseInt(m.group(group)), 1, MOST);
        return USUAL_TOP;
    }
}
