package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes faults as they are reported, and the steps that isolate them. */
final class FaultBlocks {
    private static final Set<String> PICTURES = Set.of("table", "figure", "multimedia");
    private static final Set<String> ANSWERS = Set.of("yesAnswer", "noAnswer", "choice");

    private final Desk desk;
    private final ModuleWalk walk;
    private final SafetyBlocks safety;

    FaultBlocks(Desk desk, ModuleWalk walk, SafetyBlocks safety) {
        this.desk = desk;
        this.walk = walk;
        this.safety = safety;
    }

    /** A fault with how it was detected, what may be at fault, and where it is isolated. */
    void fault(XmlElement fault) {
        String text = desk.fields().of(fault, e -> PICTURES.contains(e.name()));
        put(codes(fault), references(fault), text);
        fault.all(PICTURES).forEach(walk::write);
    }

    /** The procedure that isolates a fault; the module itself is what isolates it. */
    void procedure(XmlElement procedure) {
        var descriptions = procedure.children().stream()
                .filter(c -> c.is("fault", "faultDescr", "bitMessage"))
                .toList();
        String text = descriptions.stream()
                .map(desk.fields()::of)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("; "));
        String title = procedure.child("title").map(desk.words()::of).orElse("");
        desk.out().titled("", title, () -> {
            put(codes(procedure), List.of(desk.ownCode()), text);
            for (XmlElement child : procedure.children())
                if (!descriptions.contains(child) && !child.is("title")) walk.write(child);
        });
    }

    void step(XmlElement step) {
        var rest = before(step);
        String action = words(step, "action");
        String question = words(step, "isolationStepQuestion");
        var branches = step.all(ANSWERS).stream().map(this::branch).toList();
        String text = InlineText.sentences(action, question);
        String id = id(step);
        desk.out()
                .block(
                        text.isEmpty() ? id : text,
                        place -> new Block.IsolationStep(id, question, branches, text.isEmpty() ? id : text, place));
        String choices =
                step.all(Set.of("choice")).stream().map(desk.words()::of).collect(Collectors.joining("; "));
        if (!choices.isEmpty()) desk.out().besides("Answers: " + choices);
        for (XmlElement child : rest)
            if (!child.is("action", "isolationStepQuestion", "isolationStepAnswer")) walk.write(child);
    }

    void end(XmlElement end) {
        var rest = before(end);
        var references = references(end);
        String action = words(end, "action");
        String text = !action.isEmpty() ? action : references.isEmpty() ? "" : String.join(", ", references);
        String id = id(end);
        desk.out()
                .block(
                        text.isEmpty() ? "End of fault isolation" : text,
                        place -> new Block.IsolationEnd(
                                id, references, text.isEmpty() ? "End of fault isolation" : text, place));
        for (XmlElement child : rest) if (!child.is("action")) walk.write(child);
    }

    /** Writes the safety texts of a step, which go before it, and hands back the other elements in it. */
    private List<XmlElement> before(XmlElement step) {
        safety.referredTo(step, false);
        var rest = new ArrayList<XmlElement>();
        for (XmlElement child : step.children())
            if (Vocabulary.SAFETY.contains(child.name())) safety.write(child, false);
            else rest.add(child);
        return rest;
    }

    private void put(List<String> codes, List<String> isolation, String text) {
        String code = String.join(", ", codes);
        desk.out()
                .block(
                        text.isEmpty() ? code : text,
                        place -> new Block.Fault(code, isolation, text.isEmpty() ? code : text, place));
    }

    private Block.Branch branch(XmlElement answer) {
        String said = switch (answer.name()) {
            case "yesAnswer" -> "Yes";
            case "noAnswer" -> "No";
            default -> desk.words().of(answer);
        };
        return new Block.Branch(said, answer.attribute("nextActionRefId"));
    }

    private String words(XmlElement step, String name) {
        return step.children(name).stream().map(desk.words()::conditioned).collect(Collectors.joining(" "));
    }

    private static List<String> codes(XmlElement holder) {
        var codes = new ArrayList<String>();
        holder.visit(e -> {
            String code = e.attribute("faultCode");
            if (!code.isEmpty() && !codes.contains(code)) codes.add(code);
        });
        return codes;
    }

    private static List<String> references(XmlElement holder) {
        return holder.all(Set.of("dmRef")).stream()
                .flatMap(r -> Codes.in(r).stream())
                .distinct()
                .toList();
    }

    private static String id(XmlElement step) {
        return step.attribute("id").isEmpty() ? "line-" + step.line() : step.attribute("id");
    }
}
