package flightline.diagnosis;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Sentences;
import flightline.diagnosis.Candidate.Kind;
import flightline.diagnosis.Candidate.Source;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Occurrence;
import flightline.diagnosis.troubleshooting.Cost;
import flightline.diagnosis.troubleshooting.Idle;
import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Outcome;
import flightline.diagnosis.troubleshooting.Requirements;
import flightline.diagnosis.troubleshooting.Trial;
import flightline.diagnosis.troubleshooting.UsualTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes candidates of what was found: steps and ends of isolation, rows of trouble tables, tests among the steps, and what
 * cured like complaints before. Which causes each is about is read from the parts that it names.
 */
final class CandidateMaker {
    private static final Pattern TEST = Pattern.compile(
            "^\\W*(?:do|make|carry out|perform|examine|measure|check|look|inspect|test|verify|make sure|confirm|find out|read)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 90;

    private final Exhibits exhibits;
    private final List<String> causes;
    private final List<Candidate> made = new ArrayList<>();

    /** @param causes the parts that are believed to be at fault, most believed first */
    CandidateMaker(Exhibits exhibits, List<String> causes) {
        this.exhibits = exhibits;
        this.causes = causes;
    }

    /** Isolation in its order, then rows, tests and records in the order in which they were found. */
    List<Candidate> all() {
        isolation();
        for (Exhibits.Document document : exhibits.documents())
            if (DocumentedCauses.isTroubleRow(document.hit().passage())) row(document);
        DocumentedCauses.remedies(exhibits.tables()).forEach(this::flattened);
        for (Exhibits.Document document : exhibits.documents()) {
            Passage passage = document.hit().passage();
            if (passage.kind() == PassageKind.STEP
                    && TEST.matcher(passage.text()).find()
                    && !Idle.is(passage.text())) test(document);
        }
        Set<String> repaired = new LinkedHashSet<>();
        made.stream()
                .filter(c -> c.trial().repairs())
                .forEach(c -> repaired.addAll(c.trial().parts()));
        for (String cause : causes) if (!repaired.contains(cause)) cured(cause);
        return List.copyOf(made);
    }

    private void isolation() {
        Map<String, Set<String>> partsOfEnd = new HashMap<>();
        var of = new ArrayList<Exhibits.Document>();
        for (Exhibits.Document document : exhibits.documents()) {
            Passage passage = document.hit().passage();
            if (passage.kind() == PassageKind.ISOLATION_END)
                node(document).ifPresent(n -> partsOfEnd.put(n.id(), parts(passage)));
            if (passage.kind() == PassageKind.ISOLATION_STEP || passage.kind() == PassageKind.ISOLATION_END)
                of.add(document);
        }
        for (Exhibits.Document document : of) {
            Optional<IsolationTree.Node> node = node(document);
            if (node.isEmpty()) {
                loose(document);
                continue;
            }
            switch (node.get()) {
                case IsolationTree.Step step -> {
                    if (!step.idle()) step(document, step, partsOfEnd);
                }
                case IsolationTree.End end -> end(document, end, partsOfEnd.getOrDefault(end.id(), Set.of()));
            }
        }
    }

    private void step(Exhibits.Document document, IsolationTree.Step step, Map<String, Set<String>> partsOfEnd) {
        IsolationTree tree = tree(document).orElseThrow();
        String text = document.hit().passage().text();
        var about = new LinkedHashSet<>(named(text));
        Trial trial;
        var ways = new ArrayList<Check.Way>();
        if (step.branches().size() < 2) trial = Trial.check(id(document), about, cost(document, text));
        else {
            List<Outcome> outcomes = tree.outcomes(step, partsOfEnd);
            var told = new LinkedHashSet<String>();
            outcomes.forEach(o -> told.addAll(told(o, outcomes)));
            if (!told.isEmpty()) {
                about.clear();
                about.addAll(told);
            }
            trial = new Trial(id(document), about, false, cost(document, text), outcomes);
        }
        for (Block.Branch branch : step.branches())
            ways.add(new Check.Way(
                    branch.answer(),
                    tree.at(branch.next()).map(n -> text(document, n)).orElse("outside of this procedure")));
        made.add(new Candidate(trial, written(document), text, Kind.ISOLATION_STEP, step.id(), "", ways));
    }

    /** Parts that an answer makes more likely than another does. */
    private static Set<String> told(Outcome outcome, List<Outcome> all) {
        var parts = new LinkedHashSet<String>();
        for (String part : outcome.likelihoods().keySet())
            if (all.stream().anyMatch(o -> o.likelihood(part) < outcome.likelihood(part) - 1e-9)) parts.add(part);
        return parts;
    }

    private void end(Exhibits.Document document, IsolationTree.End end, Set<String> parts) {
        String text = document.hit().passage().text();
        if (end.references().isEmpty() && Idle.is(text)) return;
        Cost cost = task(end.references()).orElseGet(() -> cost(document, text));
        Trial trial = Trial.repair(id(document), parts, cost);
        made.add(new Candidate(trial, written(document), text, Kind.ISOLATION_END, end.id(), "", CURE));
    }

    /** A step or an end whose tree is not at hand. */
    private void loose(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        if (Idle.is(passage.text())) return;
        boolean end = passage.kind() == PassageKind.ISOLATION_END;
        Set<String> parts = end ? parts(passage) : new LinkedHashSet<>(named(passage.text()));
        Cost cost = cost(document, passage.text());
        made.add(new Candidate(
                end ? Trial.repair(id(document), parts, cost) : Trial.check(id(document), parts, cost),
                written(document),
                passage.text(),
                end ? Kind.ISOLATION_END : Kind.ISOLATION_STEP,
                "",
                "",
                end ? CURE : LOOK));
    }

    /** A row whose remedy begins with a check is a check, and its remedy comes when that was found bad. */
    private void row(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        Set<String> parts = parts(passage);
        String remedy = DocumentedCauses.remedy(passage);
        String text = passage.text();
        if (!TEST.matcher(remedy).find()) {
            made.add(new Candidate(
                    Trial.repair(id(document), parts, cost(document, remedy)),
                    written(document),
                    text,
                    Kind.TROUBLE_ROW,
                    "",
                    "",
                    CURE));
            return;
        }
        String first = Sentences.of(remedy).getFirst();
        String id = id(document);
        made.add(new Candidate(
                Trial.check(id, parts, cost(document, first)),
                written(document),
                text,
                Kind.TROUBLE_ROW,
                "",
                "",
                LOOK));
        made.add(new Candidate(
                Trial.repair(id + "r", parts, cost(document, remedy)),
                written(document),
                text,
                Kind.TROUBLE_ROW,
                "",
                id,
                CURE));
    }

    /** A remedy whose row is lost with the table's lines: it is for the parts that it names, and for none where it names none. */
    private void flattened(FlattenedTable.Cell cell, Exhibits.Document document) {
        var parts = new LinkedHashSet<>(named(cell.text()));
        if (parts.isEmpty()) return;
        boolean looks = TEST.matcher(cell.text()).find();
        String id = id(document.hit().document().header().id() + "|" + cell.text() + "|" + cell.start());
        Cost cost = cost(document, cell.text());
        made.add(new Candidate(
                looks ? Trial.check(id, parts, cost) : Trial.repair(id, parts, cost),
                written(document),
                cell.text(),
                Kind.TROUBLE_ROW,
                "",
                "",
                looks ? LOOK : CURE));
    }

    private void test(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        var parts = new LinkedHashSet<>(named(passage.text()));
        if (parts.isEmpty()) parts.addAll(named(String.join(" | ", passage.path())));
        made.add(new Candidate(
                Trial.check(id(document), parts, cost(document, passage.text())),
                written(document),
                passage.text(),
                Kind.TEST,
                "",
                "",
                LOOK));
    }

    /** A cause for which no document found tells a remedy: what cured it before, else a change without words. */
    private void cured(String cause) {
        for (Exhibits.Past past : exhibits.precedents()) {
            var record = past.precedent().record();
            // An action that names nothing that was done ("greased, nil") is no help to the next one.
            if (!SamePart.name(record.part()).equals(cause)
                    || Memory.done(record) == Occurrence.Done.NOTHING_FOUND
                    || PartPhrases.in(record.action()).isEmpty()) continue;
            made.add(new Candidate(
                    Trial.repair(id(record.id() + record.action()), Set.of(cause), UsualTimes.of(record.action())),
                    new Source.Done(past),
                    record.action(),
                    Kind.RECORD,
                    "",
                    "",
                    CURE));
            return;
        }
    }

    private static final List<Check.Way> LOOK = List.of(
            new Check.Way(Outcome.PASS, "what it is about is less likely"),
            new Check.Way(Outcome.FAIL, "what it is about is more likely"));
    private static final List<Check.Way> CURE = List.of(
            new Check.Way(Outcome.PASS, "the trouble is gone: close with this cause"),
            new Check.Way(Outcome.FAIL, "the trouble is still there: on to the next cause"));

    private static Source written(Exhibits.Document document) {
        return new Source.Written(document);
    }

    private String text(Exhibits.Document from, IsolationTree.Node node) {
        return exhibits.documents().stream()
                .filter(d ->
                        d.hit().document().key().equals(from.hit().document().key()))
                .filter(d -> d.hit().passage().firstBlock() == node.block())
                .map(d -> d.hit().passage().text().replaceAll("\\s+", " "))
                .map(t -> t.length() <= SHOWN ? t : t.substring(0, SHOWN - 1) + "…")
                .findFirst()
                .orElse("a step that does not hold for this aircraft");
    }

    private Optional<IsolationTree> tree(Exhibits.Document document) {
        return Optional.ofNullable(
                exhibits.procedures().trees().get(document.hit().document().key()));
    }

    private Optional<IsolationTree.Node> node(Exhibits.Document document) {
        return tree(document).flatMap(t -> t.inBlock(document.hit().passage().firstBlock()));
    }

    private Cost cost(Exhibits.Document document, String text) {
        String key = document.hit().document().key();
        return UsualTimes.of(text).under(exhibits.procedures().needs().getOrDefault(key, Requirements.NONE), key);
    }

    /** What the documents that a remedy refers to state for it, all together; absent where none states a time. */
    private Optional<Cost> task(List<String> references) {
        int minutes = 0;
        var places = new ArrayList<String>();
        var access = new LinkedHashSet<String>();
        var equipment = new LinkedHashSet<String>();
        var parts = new LinkedHashSet<String>();
        for (String reference : references) {
            Requirements needed = exhibits.procedures().tasks().get(reference);
            OptionalInt states = needed == null ? OptionalInt.empty() : needed.minutes();
            if (needed == null || states.isEmpty()) continue;
            minutes += states.getAsInt();
            places.add(reference);
            access.addAll(needed.conditions());
            equipment.addAll(needed.equipment());
            parts.addAll(needed.supplies());
        }
        if (minutes == 0) return Optional.empty();
        return Optional.of(new Cost(
                minutes,
                true,
                "stated in " + String.join(" and ", places),
                0,
                "",
                List.copyOf(access),
                List.copyOf(equipment),
                List.copyOf(parts)));
    }

    /** Causes that a passage is a documented remedy or row of. */
    private Set<String> parts(Passage passage) {
        var parts = new LinkedHashSet<String>();
        for (String part : DocumentedCauses.in(passage)) {
            String known = SamePart.as(SamePart.name(part), causes);
            if (causes.contains(known)) parts.add(known);
        }
        if (parts.isEmpty()) parts.addAll(named(passage.text()));
        return parts;
    }

    private List<String> named(String text) {
        String written = SamePart.name(text);
        return causes.stream().filter(part -> PartPhrases.names(written, part)).toList();
    }

    private static String id(Exhibits.Document document) {
        Passage passage = document.hit().passage();
        return id(document.hit().document().header().id() + "|" + passage.kind() + "|" + passage.text() + "|"
                + String.join("|", passage.path()).toLowerCase(Locale.ROOT));
    }

    private static String id(String words) {
        return "k" + ContentHash.of(words).hex().substring(0, 8);
    }
}
