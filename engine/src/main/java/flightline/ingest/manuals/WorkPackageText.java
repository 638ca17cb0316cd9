package flightline.ingest.manuals;

import flightline.ingest.xml.XmlElement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the elements of MIL-STD-40051 are, and how those within a line read. One per file. */
final class WorkPackageText extends LineText {
    private static final Set<String> SILENT = Set.of(
            "wp.metadata",
            "precond",
            "icon-set",
            "mapref",
            "colspec",
            "spanspec",
            "statemanipulation",
            "variable",
            "applic_ref_list",
            "portionmark",
            "indxref",
            "null",
            "maintlvl",
            "nha_item",
            "ref.generate");
    private static final Set<String> PARAGRAPH =
            Set.of("para", "trim.para", "ftnpara", "mfrr.para", "reporting.para", "pmcspara");
    private static final Set<String> INLINE = Set.of(
            "xref",
            "extref",
            "link",
            "callout",
            "torque",
            "voltage",
            "ctrlind",
            "ctrlind-val",
            "lubricant",
            "dodac",
            "symbol",
            "term",
            "internet",
            "email",
            "homepage",
            "phone",
            "ftnote",
            "ftnref",
            "itemref",
            "prompt",
            "pretext",
            "posttext",
            "inlinegraphic",
            "signalword");
    private static final Set<String> TIGHT = Set.of("emphasis", "subscrpt", "supscrpt", "change");
    private static final Set<String> SAFETY = Set.of("warning", "caution", "note", "csi.alert");
    private static final Pattern BLOCK =
            Pattern.compile("step[1-6]|pmcsstep[1-4]|proc|pmcsproc|para0|subpara[1-4]|seqlist"
                    + "|randlist|deflist|table|tgroup|figure|graphic|legend|initial_setup|maintsk|followon\\.maintsk|faultproc"
                    + "|logicproc|checkstep|pi\\.category|pi\\.item|kititem|fncgrp|action|symptom|malfunc|warnsum|warninfo|verbatim"
                    + "|eqpnotavail|.*wp|.*[-.]entry|.*row|.*-setup-item|pubident|lubeitem");

    private final Map<String, Role> byName = new HashMap<>();
    private final Map<String, XmlElement> byId = new HashMap<>();
    private final String manual;
    private final Footnotes footnotes;

    /** @param manual number of the technical manual that the file is of; empty where it gives none */
    WorkPackageText(XmlElement root, String manual) {
        this.manual = manual;
        this.footnotes = new Footnotes(root);
        root.visit(e -> {
            for (String id : new String[] {e.attribute("id"), e.attribute("wpno"), e.attribute("taskid")})
                if (!id.isEmpty()) byId.putIfAbsent(id, e);
        });
    }

    Optional<XmlElement> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Identity of a work package: its number, and the manual's where that is not in it. */
    String workPackage(String number) {
        String digits = manual.replaceAll("^\\D+", "");
        boolean named = digits.isEmpty() || number.contains(digits);
        return "WP " + number + (named ? "" : " " + manual);
    }

    @Override
    Role role(XmlElement element) {
        return deleted(element) ? Role.SILENT : byName.computeIfAbsent(element.name(), WorkPackageText::role);
    }

    private static Role role(String name) {
        if (SILENT.contains(name)) return Role.SILENT;
        if (PARAGRAPH.contains(name)) return Role.PARAGRAPH;
        if (name.equals("specpara") || name.endsWith("-alt")) return Role.TRANSPARENT;
        if (SAFETY.contains(name)) return Role.SAFETY;
        if (INLINE.contains(name)) return Role.INLINE;
        if (TIGHT.contains(name)) return Role.TIGHT;
        return BLOCK.matcher(name).matches() ? Role.BLOCK : Role.UNKNOWN;
    }

    /** Whether a change took it out. */
    static boolean deleted(XmlElement element) {
        String level = element.attribute("delchlvl");
        return !level.isEmpty() && !level.equals("0");
    }

    @Override
    boolean appendSpecial(StringBuilder out, XmlElement element) {
        switch (element.name()) {
            case "xref" ->
                out.append(said(element.attribute("pretext"), target(element), element.attribute("callout")))
                        .append(behind(element.attribute("posttext")));
            case "extref" ->
                out.append(said(
                                element.attribute("pretext"),
                                element.attribute("docno"),
                                element.attribute("wpid"),
                                element.attribute("taskid"),
                                element.attribute("figid"),
                                element.attribute("tableid")))
                        .append(behind(element.attribute("posttext")));
            case "ftnote" -> out.append(" (").append(of(element)).append(')');
            case "ftnref" ->
                out.append(" (").append(footnotes.said(element, this)).append(')');
            case "callout" -> out.append(element.attribute("label"));
            case "smr" -> out.append(smr(element));
            case "maintenance" -> out.append(element.attribute("lvl"));
            case "graphic", "inlinegraphic" -> out.append(element.attribute("boardno"));
            case "email" -> out.append(element.attribute("address"));
            case "homepage" -> out.append(element.attribute("uri"));
            case "brk" -> out.append(' ');
            case "maintfunc" -> out.append(element.attribute("func"));
            case "time.to.comp" -> out.append(said(element.attribute("hrs"), "h", of(element)));
            case "torque", "voltage", "ctrlind-val" -> out.append(said(of(element), element.attribute("measurement")));
            case "usbefserno" ->
                out.append(said(
                        "serial number",
                        element.attribute("beginserno"),
                        element.attribute("endserno").isEmpty() ? "and on" : "to " + element.attribute("endserno")));
            case "common_part_ref" ->
                out.append(byId(element.attribute("idref")).map(this::of).orElse(element.attribute("idref")));
            case "teref" -> out.append(said("tool", of(element)));
            case "remarkref" -> out.append(said("remark", of(element)));
            default -> {
                if (!element.name().startsWith("maintclass")) return false;
                // Hours stand in a column for each level, which is named by a letter.
                out.append(element.children().stream()
                        .map(level -> Map.entry(level.name().toUpperCase(Locale.ROOT), of(level)))
                        .filter(level -> !level.getValue().isEmpty())
                        .map(level -> level.getKey() + " " + level.getValue())
                        .collect(Collectors.joining(", ")));
            }
        }
        return true;
    }

    static String smr(XmlElement element) {
        return element.attribute("sourcecode")
                + element.attribute("maintcode")
                + element.attribute("recovercode")
                + element.attribute("recoverycode");
    }

    /** What a reference points to, in words: a work package by its number and title, else the target's title. */
    private String target(XmlElement reference) {
        return Stream.of(
                        "wpid",
                        "taskid",
                        "figid",
                        "tableid",
                        "itemid",
                        "itemno",
                        "stepstart",
                        "tslocid",
                        "pagelocid",
                        "termdefid")
                .filter(name -> !reference.attribute(name).isEmpty())
                .map(name ->
                        name.equals("itemno") ? "item " + reference.attribute(name) : label(reference.attribute(name)))
                .collect(Collectors.joining(" "));
    }

    private String label(String id) {
        Optional<XmlElement> target = byId(id);
        String title = target.flatMap(t ->
                        t.child("title").or(() -> t.child("wpidinfo").flatMap(w -> w.child("title"))))
                .map(this::of)
                .orElse("");
        boolean numbered = target.map(t -> t.attribute("wpno").equals(id)).orElse(false);
        if (numbered || target.isEmpty())
            return numbered ? "WP " + id + (title.isEmpty() ? "" : " (" + title + ")") : id;
        return title.isEmpty() ? id : title;
    }

    /** A text behind another: a space between them, unless it begins with a mark. */
    private static String behind(String text) {
        String words = XmlElement.squeeze(text);
        return words.isEmpty() || !Character.isLetterOrDigit(words.charAt(0)) ? words : " " + words;
    }

    static String said(String... parts) {
        return Stream.of(parts)
                .map(XmlElement::squeeze)
                .filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
