package flightline.drafting.datamodule;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets a data module as XML of S1000D issue 4.1, procedural schema. Not for reuse. */
final class ModulePress {
    private final DataModule module;
    private final XmlText out = new XmlText();
    private final List<WrittenModule.Trace> traces = new ArrayList<>();
    /** Ids of what is said of aircraft, by its words. */
    private final Map<String, String> applics = new LinkedHashMap<>();

    private final List<String> pictures = new ArrayList<>();

    ModulePress(DataModule module) {
        this.module = module;
    }

    WrittenModule write(LocalDate on) {
        module.source()
                .blocks()
                .forEach(placed -> module.source()
                        .further(placed)
                        .map(Applicability::display)
                        .ifPresent(words ->
                                applics.putIfAbsent(words, "app-" + String.format("%04d", applics.size() + 1))));
        new ModuleHead(module, out).write(on);
        out.begin("content");
        if (!applics.isEmpty()) applicabilities();
        out.begin("procedure");
        requirements();
        out.begin("mainProcedure");
        module.steps().forEach(this::step);
        out.end();
        out.begin("closeRqmts");
        conditions(module.needs().of(SectionKind.CLOSING));
        out.end();
        out.end().end().end();
        return new WrittenModule(module, out.toString(), traces);
    }

    private void applicabilities() {
        out.begin("referencedApplicGroup");
        applics.forEach((words, id) -> {
            out.begin("applic", "id", id).begin("displayText");
            out.words("simplePara", words).end().end();
        });
        out.end();
    }

    private void requirements() {
        Needs needs = module.needs();
        out.begin("preliminaryRqmts");
        conditions(needs.of(SectionKind.CONDITIONS));
        if (!needs.of(SectionKind.PERSONS).isEmpty()) {
            out.begin("reqPersons");
            for (Needs.Need need : needs.of(SectionKind.PERSONS)) {
                begin("person", need.whole(), "man", "A");
                out.words("trade", need.name()).end();
            }
            out.end();
        }
        things(SectionKind.TOOLS, "reqSupportEquips", "noSupportEquips", "supportEquipDescr");
        things(SectionKind.SUPPLIES, "reqSupplies", "noSupplies", "supplyDescr");
        things(SectionKind.SPARES, "reqSpares", "noSpares", "spareDescr");
        out.begin("reqSafety");
        if (module.general().isEmpty()) out.empty("noSafety");
        else {
            out.begin("safetyRqmts");
            for (SafetyKind kind : SafetyKind.values())
                for (Traced one : module.general()) if (kind == kind(one)) safety(one);
            out.end();
        }
        out.end().end();
    }

    private void conditions(List<Needs.Need> needs) {
        out.begin("reqCondGroup");
        if (needs.isEmpty()) out.empty("noConds");
        for (Needs.Need need : needs) {
            begin("reqCondNoRef", need.whole());
            out.words("reqCond", need.name()).end();
        }
        out.end();
    }

    private void things(SectionKind kind, String group, String none, String name) {
        List<Needs.Need> needs = module.needs().of(kind);
        out.begin(group);
        if (needs.isEmpty()) out.empty(none);
        else {
            out.begin(name + "Group");
            for (Needs.Need need : needs) {
                begin(name, need.whole());
                out.words("name", need.name());
                need.partNumber().ifPresent(number -> {
                    out.begin("identNumber").empty("manufacturerCode").begin("partAndSerialNumber");
                    out.words("partNumber", number).end().end();
                });
                out.words("reqQuantity", need.quantity().orElse("")).end();
            }
            out.end();
        }
        out.end();
    }

    private void step(ModuleStep step) {
        Optional<Traced> first = step.words.or(() -> step.title);
        if (first.isPresent()) begin("proceduralStep", first.get());
        else out.begin("proceduralStep");
        step.title.ifPresent(title -> out.words("title", title.text()));
        for (SafetyKind kind : SafetyKind.values()) for (Traced one : step.dangers) if (kind == kind(one)) safety(one);
        step.words.ifPresent(words -> out.words("para", words.text()));
        step.pieces.forEach(this::piece);
        step.within.forEach(this::step);
        out.end();
    }

    private void piece(Piece piece) {
        switch (piece) {
            case Piece.Para(var words) -> {
                String id = trace("para", words);
                out.words("para", words.text(), attributes(id, words));
            }
            case Piece.Note(var words) -> safety(words);
            case Piece.Items(var items, var counted) -> {
                out.begin("para");
                items(items, counted);
                out.end();
            }
            case Piece.Grid(var placed, var table, var title) -> {
                Traced whole = Traced.all(placed);
                new TablePress(out).write(table, title, attributes(trace("table", whole), whole));
            }
            case Piece.Picture(var title) -> {
                begin("figure", title);
                out.words("title", title.text());
                out.empty(
                        "graphic", "infoEntityIdent", "ICN-PLACEHOLDER-" + String.format("%05d", pictures.size() + 1));
                pictures.add(title.text());
                out.end();
            }
        }
    }

    private void items(List<Piece.Item> items, boolean counted) {
        out.begin(counted ? "sequentialList" : "randomList");
        for (Piece.Item item : items) {
            begin("listItem", item.words());
            out.words("para", item.words().text());
            if (!item.within().isEmpty()) {
                out.begin("para");
                items(item.within(), false);
                out.end();
            }
            out.end();
        }
        out.end();
    }

    private void safety(Traced one) {
        String name = switch (kind(one)) {
            case WARNING -> "warning";
            case CAUTION -> "caution";
            case NOTE -> "note";
        };
        begin(name, one);
        out.words(name.equals("note") ? "notePara" : "warningAndCautionPara", one.text())
                .end();
    }

    private static SafetyKind kind(Traced one) {
        return one.from().block() instanceof Block.Safety safety ? safety.kind() : SafetyKind.NOTE;
    }

    private void begin(String element, Traced source, String... more) {
        String id = trace(element, source);
        String[] own = attributes(id, source);
        var all = new String[own.length + more.length];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        out.begin(element, all);
    }

    private String[] attributes(String id, Traced source) {
        Optional<String> applies = module.source().further(source.from()).map(own -> applics.get(own.display()));
        return applies.map(ref -> new String[] {"id", id, "applicRefId", ref}).orElse(new String[] {"id", id});
    }

    /** Says where the element that follows comes from, and what is doubtful about it. */
    private String trace(String element, Traced source) {
        String id = "src-" + String.format("%04d", traces.size() + 1);
        traces.add(new WrittenModule.Trace(id, element, source));
        var held = module.source().held();
        var place = source.place();
        out.instruction(
                "flightline-source",
                "id=\"" + id + "\" document=\"" + held.header().id() + "\" revision=\""
                        + held.header().revision().display() + "\" start=\"" + place.start() + "\" end=\"" + place.end()
                        + "\""
                        + (place.page().isPresent() ? " page=\"" + place.page().getAsInt() + "\"" : "")
                        + (source.label().isBlank() ? "" : " printed=\"" + source.label() + "\""));
        for (Doubt doubt : module.doubts())
            if (doubt.at().filter(at -> at.place().equals(source.place())).isPresent())
                out.instruction("flightline-uncertain", doubt.why());
        return id;
    }
}
