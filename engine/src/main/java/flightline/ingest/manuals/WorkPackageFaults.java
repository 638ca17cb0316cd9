package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes troubleshooting: symptoms as faults, malfunctions and tests as isolation steps, corrective actions as their ends. */
final class WorkPackageFaults {
    private static final Set<String> PICTURES = Set.of("table", "figure", "graphic");
    private static final Set<String> SAFETY = Set.of("warning", "caution", "note", "csi.alert");

    private final WorkPackageWalk walk;
    private final WorkPackageText words;
    private final String ownId;

    WorkPackageFaults(WorkPackageWalk walk, WorkPackageText words, String ownId) {
        this.walk = walk;
        this.words = words;
        this.ownId = ownId;
    }

    /** Symptoms, each with what may be at fault, in the order in which it is to be looked at, and what to do about it. */
    void procedure(XmlElement procedure) {
        walk.out.titled("", walk.title(procedure), () -> {
            var children = procedure.children().stream()
                    .filter(c -> !c.is("title") && words.role(c) != Role.SILENT)
                    .toList();
            for (int i = 0; i < children.size(); i++) {
                XmlElement child = children.get(i);
                var later = children.subList(i + 1, children.size());
                var actions = together(children.subList(i, children.size()));
                if (actions.size() > 1) ends("end-" + child.line(), actions);
                else walk.under(child, () -> one(child, later));
                i += Math.max(0, actions.size() - 1);
            }
        });
    }

    /** The actions right at the head of these, which mend one malfunction together. */
    private List<XmlElement> together(List<XmlElement> children) {
        return children.stream()
                .takeWhile(c -> c.is("action") && walk.holds(c).always())
                .toList();
    }

    private void one(XmlElement child, List<XmlElement> later) {
        switch (child.name()) {
            case "symptom" ->
                symptom(
                        child,
                        later.stream()
                                .takeWhile(l -> !l.is("symptom"))
                                .map(l -> l.attribute("faultcode"))
                                .filter(c -> !c.isEmpty())
                                .distinct()
                                .collect(Collectors.joining(", ")));
            case "malfunc" -> malfunction(child, later);
            case "action", "xref", "link" -> end("end-" + child.line(), child);
            default -> {
                if (words.role(child) == Role.SAFETY) walk.safety(child, true);
                else walk.write(child);
            }
        }
    }

    void symptom(XmlElement symptom, String codes) {
        String text = words.of(symptom);
        walk.out.block(text, place -> new Block.Fault(codes, List.of(ownId), text, place));
    }

    /** @param later what follows: the action that mends it, and the next malfunction to look at */
    void malfunction(XmlElement malfunction, List<XmlElement> later) {
        String text = words.of(malfunction);
        var branches = new ArrayList<Block.Branch>();
        for (XmlElement next : later) {
            if (next.is("symptom")) break;
            if (next.is("action", "xref", "link") && branches.isEmpty())
                branches.add(new Block.Branch("Yes", "end-" + next.line()));
            if (next.is("malfunc")) {
                branches.add(new Block.Branch("No", id(next)));
                break;
            }
        }
        String code = malfunction.attribute("faultcode");
        String said = code.isEmpty() ? text : code + " " + text;
        walk.out.block(said, place -> new Block.IsolationStep(id(malfunction), text, branches, said, place));
    }

    /** A corrective action: its safety texts, all its words in one block, then its tables and figures. */
    void end(String id, XmlElement action) {
        ends(id, List.of(action));
    }

    private void ends(String id, List<XmlElement> actions) {
        actions.forEach(this::safety);
        String text = actions.stream()
                .map(a -> a.is("action") ? told(a) : words.line(a))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
        var references =
                actions.stream().flatMap(a -> references(a).stream()).distinct().toList();
        walk.out.block(text, place -> new Block.IsolationEnd(id, references, text, place));
        actions.forEach(this::pictures);
    }

    /** A flow of tests and answers. */
    void logic(XmlElement logic) {
        var byBranch = new HashMap<String, XmlElement>();
        var instead = new HashMap<String, String>();
        for (XmlElement child : logic.children()) {
            byBranch.putIfAbsent(branch(child), child);
            if (child.is("branchref")) instead.put(branch(child), child.attribute("textblockid"));
        }
        walk.out.titled("", walk.title(logic), () -> {
            for (XmlElement child : logic.children()) {
                if (words.role(child) == Role.SILENT) continue;
                switch (child.name()) {
                    case "origin", "testblock" -> test(child, byBranch, instead);
                    case "endblock" -> endBlock(child);
                    case "title", "branchref" -> {} // written above; read into the answers
                    default -> {
                        if (words.role(child) == Role.SAFETY) walk.under(child, () -> walk.safety(child, true));
                        else walk.pieces(walk.cut(List.of(child)));
                    }
                }
            }
        });
    }

    private void test(XmlElement block, Map<String, XmlElement> byBranch, Map<String, String> instead) {
        safety(block);
        String question = block.children("indication").stream().map(words::of).collect(Collectors.joining(" "));
        String action = block.children("test").stream().map(this::told).collect(Collectors.joining(" "));
        var targets = List.of(block.attribute("branchto").split("\\s+"));
        var answers = block.children("answer").stream()
                .filter(a -> words.role(a) != Role.SILENT)
                .toList();
        var branches = new ArrayList<Block.Branch>();
        for (int i = 0; i < answers.size(); i++) {
            String value = answers.get(i).attribute("answerval");
            String said = words.of(answers.get(i));
            String next = targets.stream()
                    .filter(t -> byBranch.containsKey(t)
                            && byBranch.get(t).attribute("type").equals(value))
                    .findFirst()
                    .orElse(i < targets.size() ? targets.get(i) : "");
            branches.add(new Block.Branch(said.isEmpty() ? capital(value) : said, instead.getOrDefault(next, next)));
        }
        String text = (action + " " + question).strip();
        walk.out.block(text, place -> new Block.IsolationStep(branch(block), question, branches, text, place));
        String said = answers.stream().map(words::of).filter(a -> !a.isEmpty()).collect(Collectors.joining("; "));
        if (!said.isEmpty()) walk.out.besides("Answers: " + said);
        pictures(block);
    }

    private void endBlock(XmlElement block) {
        safety(block);
        String text = block.children().stream()
                .filter(c -> words.role(c) != Role.SAFETY)
                .map(this::told)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(". "));
        var references = references(block);
        walk.out.block(text, place -> new Block.IsolationEnd(branch(block), references, text, place));
        pictures(block);
    }

    /** Steps of an operational check, what they show, and what follows from it. */
    void check(XmlElement check) {
        walk.numberWithin(check);
        var children = check.children();
        for (int i = 0; i < children.size(); i++) {
            XmlElement child = children.get(i);
            if (words.role(child) == Role.SILENT) continue;
            if (child.is("indication")) indication(child, children.subList(i + 1, children.size()));
            else if (child.is("malfunc", "action", "xref", "link")) {
                var later = children.subList(i + 1, children.size());
                walk.under(child, () -> one(child, later));
            } else walk.write(child);
        }
    }

    private void indication(XmlElement indication, List<XmlElement> later) {
        safety(indication);
        String text = words.of(indication, SAFETY);
        String status = capital(indication.attribute("status"));
        var branches = later.stream()
                .limit(1)
                .map(n -> new Block.Branch(
                        status.isEmpty() ? "Yes" : status, n.is("malfunc") ? id(n) : "end-" + n.line()))
                .toList();
        walk.out.block(
                text, place -> new Block.IsolationStep("line-" + indication.line(), text, branches, text, place));
    }

    private void safety(XmlElement holder) {
        for (XmlElement e : walk.live(holder, e -> true)) {
            walk.safetyTexts(walk.referredSafety(e), false);
            if (words.role(e) == Role.SAFETY) walk.under(e, () -> walk.safety(e, false));
        }
    }

    private void pictures(XmlElement holder) {
        walk.live(holder, e -> PICTURES.contains(e.name())).forEach(walk::write);
    }

    /** All words but those of safety texts, tables and figures, steps with their numbers. */
    private String told(XmlElement element) {
        var out = new StringBuilder();
        tell(out, element);
        return XmlElement.squeeze(out);
    }

    private void tell(StringBuilder out, XmlElement element) {
        walk.numberWithin(element);
        boolean steps = element.children().stream().anyMatch(c -> holdsSteps(c) || SAFETY.contains(c.name()));
        if (!steps) {
            out.append(' ').append(words.of(element, PICTURES));
            return;
        }
        for (XmlElement child : element.children()) {
            if (words.role(child) == Role.SILENT || SAFETY.contains(child.name()) || PICTURES.contains(child.name()))
                continue;
            String number = walk.numberOf(child);
            if (!number.isEmpty()) out.append(' ').append(number).append('.');
            tell(out, child);
        }
    }

    private static boolean holdsSteps(XmlElement element) {
        return element.name().matches("step[1-6](-alt)?|proc|specpara")
                || element.children().stream().anyMatch(WorkPackageFaults::holdsSteps);
    }

    private List<String> references(XmlElement holder) {
        var found = new LinkedHashSet<String>();
        holder.visit(e -> {
            if (e.is("xref", "extref") && !e.attribute("wpid").isEmpty())
                found.add(words.workPackage(e.attribute("wpid")));
        });
        return List.copyOf(found);
    }

    private static String branch(XmlElement block) {
        String id = block.attribute("origin") + block.attribute("branch");
        return id.isEmpty() ? "line-" + block.line() : id;
    }

    private static String id(XmlElement malfunction) {
        return malfunction.attribute("id").isEmpty()
                ? "malfunction-" + malfunction.line()
                : malfunction.attribute("id");
    }

    private static String capital(String value) {
        return value.isEmpty() ? "" : Character.toUpperCase(value.charAt(0)) + value.substring(1);
    }
}
