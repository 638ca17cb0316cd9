package flightline.drafting.compliance;

import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.drafting.Line;
import flightline.drafting.Paper;
import flightline.drafting.PaperKind;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directive compliance matrix: each aircraft against each directive, and a list of all that a person has to decide. */
public final class Matrix {
    private static final List<Words> HEADER = ours(
            "Directive",
            "Standing",
            "Applies, and why",
            "Required",
            "By when, as it says",
            "Due",
            "Done, as the fleet list tells");
    private static final Pattern GROUP = Pattern.compile("(?i)\\bgroups?\\s+(\\d+)");
    private static final Pattern SOME = Pattern.compile(
            "(?i)\\W*(?:\\(\\w+\\)\\s*)?For (?:the |those )?(?:airplanes|aeroplanes|aircraft|helicopters)\\b(?! of group)");
    private static final Pattern ROW = Pattern.compile("^(\\d+)\\t");

    private final List<Directive> directives;
    private final LocalDate on;
    private final Set<List<List<Words>>> undecided = new LinkedHashSet<>();

    private Matrix(List<Directive> directives, LocalDate on) {
        this.directives = directives;
        this.on = on;
    }

    /** @param marking of all that it is drawn from */
    public static Paper of(List<Tail> fleet, List<Directive> directives, LocalDate on, Marking marking) {
        return new Matrix(directives, on).paper(fleet, marking);
    }

    private Paper paper(List<Tail> fleet, Marking marking) {
        var sections = new ArrayList<Section>();
        var others = new Others(on, fleet);
        List<Directive> naming = directives.stream()
                .filter(directive -> !others.takes(directive))
                .toList();
        for (Tail tail : fleet) sections.add(aircraft(tail, naming));
        sections.addAll(others.sections());
        sections.add(new Section(
                ours("For a person to decide"),
                undecided.isEmpty()
                        ? List.of(new Line.Remark(false, ours("Nothing is left open.")))
                        : List.of(new Line.Grid(
                                ours("Aircraft", "Directive", "What has to be found out"), List.copyOf(undecided)))));
        return new Paper(
                PaperKind.DIRECTIVE_MATRIX,
                marking,
                on.toString(),
                List.of(),
                List.of(
                        new Line.Remark(true, ours(Paper.ADVISES)),
                        new Line.Remark(
                                true,
                                ours(
                                        "It holds the directives that the library holds, and no other. Whether these are all, the"
                                                + " authority's own list tells."))),
                sections);
    }

    private Section aircraft(Tail tail, List<Directive> naming) {
        var rows = new ArrayList<List<List<Words>>>();
        for (Directive directive : naming) rows.addAll(rows(tail, directive));
        var state = new ArrayList<Words>(given("Model", tail.model()));
        state.addAll(given("serial number", tail.serial()));
        state.addAll(given("hours", tail.hours()));
        state.addAll(given("cycles", tail.cycles()));
        state.addAll(given("as of", tail.asOf()));
        Line found = rows.isEmpty()
                ? new Line.Remark(false, ours("No directive names its model."))
                : new Line.Grid(HEADER, rows);
        return new Section(
                List.of(new Words.Given(tail.registration())), List.of(new Line.Remark(false, state), found));
    }

    private List<List<List<Words>>> rows(Tail tail, Directive directive) {
        HeldDocument held = directive.held();
        if (!held.inForceOn(on))
            return List.of(
                    row(directive, List.of(new Words.Ours("binds nobody now")), List.of(), List.of(), List.of(), tail));
        Reach.Found reach = new Reach(directive, tail).found();
        open(tail, directive, reach.open());
        var applies = new ArrayList<Words>(List.of(new Words.Ours(
                switch (reach.applies()) {
                    case YES -> "YES -";
                    case NO -> "NO -";
                    case UNKNOWN -> "FOR A PERSON TO DECIDE -";
                })));
        applies.addAll(reach.why());
        if (reach.applies() == Answered.NO)
            return List.of(row(directive, applies, List.of(), List.of(), List.of(), tail));
        var rows = new ArrayList<List<List<Words>>>();
        for (Directive.Duty duty : directive.duties()) duty(tail, directive, duty, rows, applies);
        if (rows.isEmpty()) rows.add(row(directive, applies, List.of(), List.of(), List.of(), tail));
        return rows;
    }

    private void duty(
            Tail tail, Directive directive, Directive.Duty duty, List<List<List<Words>>> rows, List<Words> applies) {
        var condition = new Condition(tail);
        Answered grouped = group(directive, duty, condition);
        if (grouped == Answered.NO) return;
        if (grouped == Answered.UNKNOWN) {
            open(tail, directive, List.of("which group it is of"));
            open(tail, directive, condition.missing());
        }
        Due due = new Due(directive, tail).of(duty);
        open(tail, directive, due.open());
        if (duty.times().isEmpty()) open(tail, directive, List.of("by when; its time was not read"));
        List<Words> required = new ArrayList<>();
        if (grouped == Answered.UNKNOWN) required.add(new Words.Ours("If it is of the group:"));
        required.add(Words.Quoted.all(duty.action()));
        List<Words> when = new ArrayList<>();
        for (var time : duty.times()) {
            if (!when.isEmpty()) when.add(new Words.Ours("/"));
            when.add(Words.Quoted.all(time.words()));
            for (int i = 0; i < time.there().size(); i++) {
                when.add(new Words.Ours(i == 0 ? "which says:" : "/"));
                when.add(Words.Quoted.all(time.there().get(i).words()));
            }
        }
        rows.add(row(directive, rows.isEmpty() ? applies : List.of(), required, when, due.words(), tail));
    }

    /** Whether the aircraft is of the group that a duty is for; it is where the duty names none. */
    private static Answered group(Directive directive, Directive.Duty duty, Condition condition) {
        String words = duty.action().quote();
        // Which aircraft such a sentence means, another paragraph tells.
        if (SOME.matcher(words).lookingAt()) return Answered.UNKNOWN;
        if (directive.groups().isEmpty()) return Answered.YES;
        Matcher row = ROW.matcher(words);
        Matcher named = GROUP.matcher(words);
        boolean early = named.find() && named.start() < 40;
        if (!row.find() && !early) return Answered.YES;
        String number = early ? named.group(1) : row.group(1);
        // More than one group in a sentence, with conditions of each, is for a person.
        if (early && named.find()) return Answered.UNKNOWN;
        return group(directive, number, condition, 0);
    }

    private static Answered group(Directive directive, String number, Condition condition, int depth) {
        Optional<Directive.Group> group = directive.groups().stream()
                .filter(one -> one.number().equals(number))
                .findFirst();
        if (group.isEmpty() || depth > 3) return Answered.UNKNOWN;
        Matcher other = Pattern.compile("(?i),?\\s*which are not Group (\\d+).*$")
                .matcher(group.get().words());
        if (!other.find()) return condition.holds(group.get().words());
        Answered rest = condition.holds(group.get().words().substring(0, other.start()));
        return rest.and(group(directive, other.group(1), condition, depth + 1).not());
    }

    private void open(Tail tail, Directive directive, List<String> what) {
        for (String one : what) {
            List<List<Words>> line = List.of(
                    List.of(new Words.Given(tail.registration())),
                    List.of(Others.named(directive.held())),
                    point(directive, one));
            undecided.add(line);
        }
    }

    /** A point in our words, or in the directive's where it names a modification, a bulletin or a part. */
    private static List<Words> point(Directive directive, String one) {
        if (one.chars().noneMatch(Character::isDigit)) return ours(one);
        return Stream.of(
                        directive.products().stream(),
                        directive.groups().stream().map(Directive.Group::citation),
                        directive.duties().stream().map(Directive.Duty::action))
                .flatMap(citations -> citations)
                .filter(citation -> citation.quote().contains(one))
                .findFirst()
                .<List<Words>>map(citation ->
                        List.of(new Words.Ours("the state of this aircraft:"), new Words.Quoted(one, citation)))
                .orElse(ours("what its conditions ask for"));
    }

    private List<List<Words>> row(
            Directive directive,
            List<Words> applies,
            List<Words> required,
            List<Words> when,
            List<Words> due,
            Tail tail) {
        return List.of(
                List.of(
                        Others.named(directive.held()),
                        new Words.Catalogued(
                                directive.held().header().revision().display(),
                                directive.held().key())),
                Others.standing(directive.held(), on),
                applies,
                required,
                when,
                due,
                done(directive, tail));
    }

    private static List<Words> done(Directive directive, Tail tail) {
        return Due.done(directive, tail)
                .map(done -> {
                    var words = new ArrayList<Words>(List.of(new Words.Given(done.what())));
                    words.addAll(given("on", done.on()));
                    words.addAll(given("at hours", done.hours()));
                    words.addAll(given("cycles", done.cycles()));
                    words.addAll(given("record", done.record()));
                    return List.<Words>copyOf(words);
                })
                .orElse(List.of());
    }

    private static List<Words> given(String label, String value) {
        return value.isBlank() ? List.of() : List.of(new Words.Ours(label), new Words.Given(value));
    }

    private static List<Words> ours(String... texts) {
        return Arrays.stream(texts).<Words>map(Words.Ours::new).toList();
    }
}
