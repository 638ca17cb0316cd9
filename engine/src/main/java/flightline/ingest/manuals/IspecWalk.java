package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the blocks of a piece of an iSpec 2200 manual. One per document. */
final class IspecWalk extends ManualWalk {
    private static final Pattern LIST = Pattern.compile("(?:list|prclist)\\d");
    private static final Pattern ITEM = Pattern.compile("l\\ditem|prcitem\\d");

    private final Effectivity effectivity;
    private final TaskReferences references;
    private final IspecTables tables;
    private final IspecParts parts;
    private final Set<String> actionKeys = new HashSet<>();
    private final boolean ofProcedure;
    private boolean procedure;
    private int topics;
    private int firstLevel;

    /** @param procedure whether lists are steps where nothing says otherwise */
    IspecWalk(
            BlockWriter out,
            IspecText words,
            Effectivity effectivity,
            TaskReferences references,
            String effectivityProperty,
            boolean procedure,
            List<String> notes) {
        super(out, words, notes);
        this.effectivity = effectivity;
        this.references = references;
        this.tables = new IspecTables(this, effectivityProperty);
        this.parts = new IspecParts(this);
        this.ofProcedure = procedure;
        this.procedure = procedure;
    }

    @Override
    Holds holds(XmlElement element) {
        if (element.is("prcitem")) return Holds.ALL;
        Holds own = effectivity.of(element);
        // What an item's wrapper says holds for the item.
        for (XmlElement wrapped : element.children("prcitem")) own = Effectivity.both(own, effectivity.of(wrapped));
        return own;
    }

    @Override
    List<XmlElement> referredSafety(XmlElement element) {
        return List.of();
    }

    @Override
    void block(XmlElement element) {
        String name = element.name();
        switch (name) {
            case "task" -> task(element);
            case "tfmatr" -> frontMatter(element);
            case "topic" -> topic(element);
            case "subtask" -> subtask(element);
            case "pretopic" -> pretopic(element);
            case "chgdesc" -> out.paragraph("Change in this revision: " + words.of(element));
            case "table" -> table(element);
            case "graphic" -> graphic(element);
            case "unlist" -> items(element, "unltem", false);
            case "numlist" -> items(element, "numltem", true);
            case "cblst" -> tables.circuitBreakers(element);
            case "effxref" -> tables.aircraft(element);
            case "art" -> actions(element);
            case "faultrow" -> faults(element);
            case "figure" -> figure(element);
            case "prtlist" -> inside(element);
            case "item", "itemdata" -> parts.write(element, "");
            default -> {
                if (LIST.matcher(name).matches()) list(element);
                else section(element);
            }
        }
    }

    void task(XmlElement task) {
        String title = title(task);
        String number = TaskReferences.number(task);
        out.titled(number, "TASK " + number + (title.isEmpty() ? "" : " - " + title), () -> guarded(task));
    }

    /** What stands before the topics of a task; safety texts right in it hold for all the steps of the task. */
    private void frontMatter(XmlElement matter) {
        if (!title(matter).isEmpty()) section(matter);
        else
            for (Piece piece : cut(matter.nodes()))
                if (procedure && piece instanceof Piece.Inner(var inner) && words.role(inner) == Role.SAFETY)
                    under(inner, () -> safety(inner, true));
                else pieces(List.of(piece));
    }

    /** Writes what is in the element; safety texts right in it hold for all the steps in it. */
    private void guarded(XmlElement element) {
        boolean steps = procedure && holdsSteps(element);
        for (Piece piece : cut(without(element, Set.of("title"))))
            if (steps && piece instanceof Piece.Inner(var inner) && words.role(inner) == Role.SAFETY)
                under(inner, () -> safety(inner, true));
            else pieces(List.of(piece));
    }

    private static boolean holdsSteps(XmlElement element) {
        return element.children().stream().anyMatch(c -> LIST.matcher(c.name()).matches() || holdsSteps(c));
    }

    private void topic(XmlElement topic) {
        firstLevel = 0;
        topics++;
        out.titled(Integer.toString(topics), title(topic), () -> guarded(topic));
    }

    private void subtask(XmlElement subtask) {
        String title = title(subtask);
        out.titled(
                TaskReferences.number(subtask),
                "SUBTASK " + TaskReferences.number(subtask) + (title.isEmpty() ? "" : " - " + title),
                () -> guarded(subtask));
    }

    private void pretopic(XmlElement pretopic) {
        procedure = false;
        topics++;
        out.titled(Integer.toString(topics), title(pretopic), () -> {
            if (!tables.resources(pretopic)) pieces(cut(without(pretopic, Set.of("title"))));
        });
        procedure = ofProcedure;
    }

    private void list(XmlElement list) {
        int level = list.name().charAt(list.name().length() - 1) - '0';
        int count = level == 1 && procedure ? firstLevel : 0;
        for (XmlElement item : list.children()) {
            if (words.role(item) == Role.SILENT) continue;
            if (!ITEM.matcher(item.name()).matches()) {
                write(item);
                continue;
            }
            count++;
            String label = StepLabels.ispec(level, count);
            if (level == 1 && procedure) firstLevel = count;
            if (procedure) step(item, label, level - 1);
            else if (!itemTitle(item).isEmpty()) described(item, label);
            else item(item, label, "");
        }
    }

    /** An item with a title in a text that is no procedure: a section in all but name. */
    private void described(XmlElement item, String label) {
        under(
                item,
                () -> out.titled(label, itemTitle(item), () -> {
                    var body = new ArrayList<XmlNode>();
                    var before = new ArrayList<XmlElement>();
                    part(item, body, before);
                    safetyTexts(before, false);
                    pieces(cut(body));
                }));
    }

    private void items(XmlElement list, String itemName, boolean counted) {
        int count = 0;
        for (XmlElement item : list.children())
            if (!item.is(itemName)) write(item);
            else if (words.role(item) != Role.SILENT) item(item, counted ? Integer.toString(++count) : "-", "");
    }

    void graphic(XmlElement graphic) {
        var sheets = graphic.children("sheet").stream()
                .filter(s -> words.role(s) != Role.SILENT)
                .toList();
        String names = Stream.concat(Stream.of(graphic), sheets.stream())
                .map(g -> g.attribute("gnbr"))
                .filter(n -> !n.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        String caption = Stream.concat(
                        Stream.of(title(graphic)), sheets.stream().map(this::title))
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        String text = caption.isEmpty() ? names : caption;
        out.block(text, place -> new Block.Figure(names, text, place));
        for (XmlElement sheet : sheets) pieces(cut(without(sheet, Set.of("title"))));
        pieces(cut(without(graphic, Set.of("title", "sheet"))));
    }

    /** A figure of a parts catalogue with its list of items. */
    private void figure(XmlElement figure) {
        String number = TaskReferences.padded(figure.attribute("fignbr") + figure.attribute("fignum"), 2);
        String title = title(figure);
        out.titled(number, ("Figure " + number).strip() + (title.isEmpty() ? "" : " - " + title), () -> {
            for (Piece piece : cut(without(figure, Set.of("title"))))
                if (piece instanceof Piece.Inner(var inner) && inner.is("prtlist"))
                    under(inner, () -> parts.list(inner, number));
                else pieces(List.of(piece));
        });
    }

    /** What to do, and what each outcome means. */
    private void actions(XmlElement table) {
        for (XmlElement action : table.children("action"))
            if (words.role(action) != Role.SILENT) actionKeys.add(action.attribute("key"));
        var before = new ArrayList<XmlElement>();
        for (XmlElement child : table.children())
            if (words.role(child) == Role.SAFETY) before.add(child);
            else if (child.is("action") && words.role(child) != Role.SILENT) {
                safetyTexts(before, false);
                before.clear();
                under(child, () -> action(child));
            } else write(child);
    }

    /** Outcomes that lead on are part of the step, the others are ends of their own. */
    private void action(XmlElement action) {
        String id = action.attribute("key").isEmpty() ? "line-" + action.line() : action.attribute("key");
        safetyTexts(
                action.children().stream()
                        .filter(c -> words.role(c) == Role.SAFETY)
                        .toList(),
                false);
        var text = new StringBuilder(words.of(action, Set.of("result", "warning", "caution", "note")));
        var branches = new ArrayList<Block.Branch>();
        var ends = new ArrayList<XmlElement>();
        for (XmlElement result : action.children("result")) {
            if (words.role(result) == Role.SILENT) continue;
            Optional<String> next = nextAction(result);
            if (next.isEmpty()) ends.add(result);
            else text.append(' ').append(words.of(result));
            branches.add(new Block.Branch(words.of(result), next.orElse(id + "-" + ends.size())));
        }
        String said = XmlElement.squeeze(text);
        out.block(said, place -> new Block.IsolationStep(id, "", branches, said, place));
        for (int i = 0; i < ends.size(); i++) end(id + "-" + (i + 1), ends.get(i));
    }

    private void end(String id, XmlElement result) {
        String text = words.of(result);
        under(result, () -> out.block(text, place -> new Block.IsolationEnd(id, references.in(result), text, place)));
    }

    /** The action that a result names by its key. */
    private Optional<String> nextAction(XmlElement result) {
        return result.all(Set.of("refint")).stream()
                .map(r -> r.attribute("refid"))
                .filter(actionKeys::contains)
                .findFirst();
    }

    /** A row of the master fault table; where its descriptions hold for different aircraft, a fault for each. */
    private void faults(XmlElement row) {
        var descriptions = row.children("faltdesc").stream()
                .filter(d -> words.role(d) != Role.SILENT)
                .toList();
        boolean alike = descriptions.stream().map(this::holds).distinct().count() < 2;
        if (alike) {
            XmlElement holder = descriptions.isEmpty() ? row : descriptions.getFirst();
            under(holder, () -> fault(row, descriptions));
        } else for (XmlElement one : descriptions) under(one, () -> fault(row, List.of(one)));
    }

    private void fault(XmlElement row, List<XmlElement> descriptions) {
        String code = Stream.concat(
                        row.children().stream()
                                .filter(c -> c.is("faltcode", "faultcode"))
                                .map(words::of),
                        row.all(Set.of("maintmsg")).stream().map(m -> m.attribute("mmsgnbr")))
                .filter(c -> !c.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        var said = new ArrayList<String>();
        for (XmlElement child : row.children())
            if (child.is("faltdesc") ? descriptions.contains(child) : words.role(child) != Role.SILENT)
                say(said, child);
        String text = String.join("; ", said);
        out.block(text, place -> new Block.Fault(code, references.in(row), text, place));
    }

    private void say(List<String> said, XmlElement element) {
        if (element.is("mmsgtref")) {
            for (XmlElement child : element.children()) say(said, child);
            return;
        }
        String number = element.attribute("mmsgnbr");
        String text = (number + " " + words.of(element)).strip();
        if (!text.isEmpty())
            said.add(
                    switch (element.name()) {
                        case "maintmsg" -> "maintenance message " + text;
                        case "fmsgdesc" -> "flight deck message " + text;
                        case "taskref" -> "isolated by " + text;
                        default -> text;
                    });
    }
}
