package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the blocks of a work package. One per document. */
final class WorkPackageWalk extends ManualWalk {
    private static final Pattern STEP = Pattern.compile("(?:pmcs)?step([1-6])(?:-alt)?");
    private static final Map<String, String> TASKS = Map.ofEntries(
            Map.entry("remove", "Removal"),
            Map.entry("install", "Installation"),
            Map.entry("replace", "Replacement"),
            Map.entry("inspect", "Inspection"),
            Map.entry("repair", "Repair"),
            Map.entry("clean", "Cleaning"),
            Map.entry("test", "Test"),
            Map.entry("adjust", "Adjustment"),
            Map.entry("align", "Alignment"),
            Map.entry("assem", "Assembly"),
            Map.entry("disassem", "Disassembly"),
            Map.entry("service", "Servicing"),
            Map.entry("lube", "Lubrication"),
            Map.entry("calibration", "Calibration"),
            Map.entry("overhaul", "Overhaul"),
            Map.entry("prepforuse", "Preparation for use"),
            Map.entry("prepstore", "Preparation for storage"),
            Map.entry("prepship", "Preparation for shipment"),
            Map.entry("other.maintsk", "Other maintenance"),
            Map.entry("followon.maintsk", "Follow-on maintenance"),
            Map.entry("ndi", "Nondestructive inspection"));

    private static final List<Map.Entry<String, String>> PROCESSES = List.of(
            Map.entry("esds", "Sensitive to electrostatic discharge (ESDS)"),
            Map.entry("hcp", "Hardness critical process (HCP)"));

    private static final String NOT_READY = "Equipment not ready or available if: ";

    private final UsableOn usableOn;
    private final WorkPackageText text;
    private final IdentityHashMap<XmlElement, String> numbers = new IdentityHashMap<>();
    private final WorkPackageTables tables;
    private final WorkPackageFaults faults;
    private final WorkPackageParts parts;

    WorkPackageWalk(BlockWriter out, WorkPackageText words, UsableOn usableOn, String ownId, List<String> notes) {
        super(out, words, notes);
        this.text = words;
        this.usableOn = usableOn;
        this.tables = new WorkPackageTables(this);
        this.faults = new WorkPackageFaults(this, words, ownId);
        this.parts = new WorkPackageParts(this, usableOn);
    }

    @Override
    Holds holds(XmlElement element) {
        return usableOn.of(element);
    }

    @Override
    List<XmlElement> referredSafety(XmlElement element) {
        return Stream.of("warningref", "cautionref", "noteref")
                .flatMap(a -> Stream.of(element.attribute(a).split("\\s+")))
                .flatMap(id -> text.byId(id).stream())
                .filter(e -> words.role(e) == Role.SAFETY)
                .toList();
    }

    @Override
    void unknown(XmlElement element) {
        if (!tables.list(element)) out.titled("", title(element), () -> guarded(element, Set.of("title")));
    }

    void workPackage(XmlElement wp, String number, String title) {
        number(wp);
        out.titled(number, title, () -> {
            wp.child("wpidinfo").ifPresent(info -> {
                info.child("maintlvl").ifPresent(level -> out.besides("Maintenance level " + level.attribute("level")));
                pieces(cut(without(info, Set.of("title", "maintlvl"))));
            });
            guarded(wp, Set.of("wpidinfo", "title"));
        });
    }

    /** Writes what is in the element; safety texts right in it hold for all the steps in it. */
    private void guarded(XmlElement element, Set<String> but) {
        boolean steps = element.all(Set.of("step1", "pmcsstep1", "malfunc", "testblock")).stream()
                .findAny()
                .isPresent();
        for (Piece piece : cut(without(element, but)))
            if (steps && piece instanceof Piece.Inner(var inner) && words.role(inner) == Role.SAFETY)
                under(inner, () -> safety(inner, true));
            else pieces(List.of(piece));
    }

    @Override
    void block(XmlElement element) {
        String name = element.name();
        var step = STEP.matcher(name);
        if (step.matches()) {
            number(element);
            processes(element);
            stepWithin(element, numbers.getOrDefault(element, ""), step.group(1).charAt(0) - '1');
            return;
        }
        switch (name) {
            case "maintsk", "opertsk", "surtsk" -> element.children().forEach(this::task);
            case "followon.maintsk" -> task(element);
            case "proc", "pmcsproc" -> {
                number(element);
                out.titled("", title(element), () -> guarded(element, Set.of("title")));
            }
            case "initial_setup" -> out.section("Initial setup", () -> tables.setup(element));
            case "table" -> table(element);
            case "seqlist" -> items(element, true);
            case "randlist" -> items(element, false);
            case "deflist", "legend" -> definitions(element);
            case "pmcs-entry" -> check(element);
            case "eqpnotavail" -> out.paragraph(NOT_READY + words.of(element));
            case "figure", "graphic" -> figure(element);
            case "faultproc" -> faults.procedure(element);
            case "logicproc" -> faults.logic(element);
            case "checkstep" -> faults.check(element);
            case "action" -> faults.end("line-" + element.line(), element);
            case "symptom" -> faults.symptom(element, "");
            case "malfunc" -> faults.malfunction(element, List.of());
            case "pi.category" -> parts.category(element);
            case "pi.item", "kititem" -> parts.item(element, 0);
            case "fncgrp" -> out.paragraph(words.of(element));
            case "warnsum" -> out.section("Warning summary", () -> inside(element));
            default -> {
                if (tables.isRecord(element)) tables.records("", List.of(element));
                else unknown(element);
            }
        }
    }

    /** What a step's attributes say of how careful one has to be with it. */
    private void processes(XmlElement step) {
        for (var process : PROCESSES) {
            boolean marked = isMarked(step, process.getKey())
                    || step.children().stream()
                            .anyMatch(c -> c.is("para", "specpara") && isMarked(c, process.getKey()));
            if (marked) out.safety(SafetyKind.NOTE, false, process.getValue());
        }
    }

    private static boolean isMarked(XmlElement element, String attribute) {
        return element.attribute(attribute).matches("(?i)1|yes");
    }

    private void task(XmlElement task) {
        if (words.role(task) == Role.SILENT) return;
        String own = title(task);
        String name = TASKS.getOrDefault(
                task.name(),
                Character.toUpperCase(task.name().charAt(0)) + task.name().substring(1));
        under(task, () -> out.section(own.isEmpty() ? name : own, () -> guarded(task, Set.of("title"))));
    }

    /** An entry of checks and services: what is checked and when, how, and what makes the equipment not ready. */
    private void check(XmlElement entry) {
        String number = said(entry, "itemno");
        String name = said(entry, "checked");
        String when = said(entry, "interval");
        String heading = (number + " " + name).strip() + (when.isEmpty() ? "" : " (" + when + ")");
        out.titled(number, heading.strip(), () -> {
            String hours = said(entry, "manhours");
            if (!hours.isEmpty()) out.paragraph("Man-hours: " + hours);
            pieces(cut(without(entry, Set.of("itemno", "checked", "interval", "manhours"))));
        });
    }

    private String said(XmlElement holder, String name) {
        return holder.children(name).stream()
                .map(f -> f.text().isEmpty() ? f.attribute(name) : inLine(f))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Numbers the steps right in the element, and those in each of them; alternatives share a number. */
    private void number(XmlElement holder) {
        int count = 0;
        for (XmlElement child : holder.children()) {
            var step = STEP.matcher(child.name());
            if (!step.matches() || words.role(child) == Role.SILENT) continue;
            count++;
            String counted = StepLabels.workPackage(step.group(1).charAt(0) - '0', count);
            for (XmlElement one : child.name().endsWith("-alt") ? child.children() : List.of(child))
                numbers.putIfAbsent(one, one.attribute("label").isEmpty() ? counted : one.attribute("label"));
        }
    }

    String numberOf(XmlElement step) {
        return numbers.getOrDefault(step, "");
    }

    void numberWithin(XmlElement holder) {
        number(holder);
    }

    private void items(XmlElement list, boolean counted) {
        int count = 0;
        out.besides(title(list));
        for (XmlElement item : list.children()) {
            if (item.is("title") || words.role(item) == Role.SILENT) continue;
            String label = counted ? Integer.toString(++count) : "-";
            item(item, item.attribute("label").isEmpty() ? label : item.attribute("label"), "");
        }
    }

    private void definitions(XmlElement list) {
        out.besides(title(list));
        for (XmlElement pair : list.children()) {
            if (pair.is("title") || words.role(pair) == Role.SILENT) continue;
            String term = pair.children().stream()
                    .filter(c -> c.is("term", "callout"))
                    .map(this::inLine)
                    .collect(Collectors.joining(", "));
            if (pair.children("def").isEmpty()) out.besides(words.of(pair));
            for (XmlElement definition : pair.children("def")) item(definition, "", term);
        }
    }

    String inLine(XmlElement element) {
        var line = new StringBuilder();
        words.append(line, element);
        return XmlElement.squeeze(line);
    }

    private void figure(XmlElement figure) {
        var graphics = Stream.concat(Stream.of(figure), figure.all(Set.of("graphic")).stream())
                .map(g -> g.attribute("boardno"))
                .filter(b -> !b.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        var captions = new ArrayList<String>(List.of(title(figure)));
        figure.all(Set.of("subtitle")).forEach(s -> captions.add(words.of(s)));
        String caption = captions.stream().filter(c -> !c.isEmpty()).collect(Collectors.joining("; "));
        String said = caption.isEmpty() ? graphics : caption;
        out.block(said, place -> new Block.Figure(graphics, said, place));
        for (XmlElement one : figure.children())
            if (one.is("subfig")) pieces(cut(without(one, Set.of("subtitle", "graphic"))));
        pieces(cut(without(figure, Set.of("title", "subfig", "graphic"))));
    }
}
