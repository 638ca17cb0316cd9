package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the steps of a procedure, each behind the warnings, cautions and notes that are in it. */
final class StepBlocks {
    private final Desk desk;
    private final ModuleWalk walk;
    private final SafetyBlocks safety;

    StepBlocks(Desk desk, ModuleWalk walk, SafetyBlocks safety) {
        this.desk = desk;
        this.walk = walk;
        this.safety = safety;
    }

    void write(XmlElement step) {
        Optional<XmlElement> title = step.child("title");
        var body = new ArrayList<XmlNode>();
        var before = new ArrayList<XmlElement>();
        var crew = new ArrayList<XmlElement>();
        for (XmlNode node : step.nodes()) {
            if (node == title.orElse(null)) continue;
            if (node instanceof XmlElement child && Vocabulary.SAFETY.contains(child.name())) before.add(child);
            else if (node instanceof XmlElement child && child.is("crewMemberGroup", "crewMember")) crew.add(child);
            else body.add(node);
            // Who answers a challenge stands in it.
            if (node instanceof XmlElement child && child.is("challengeAndResponse"))
                crew.addAll(child.all(Set.of("crewMemberGroup", "crewMember")));
        }
        String who = Stream.of(fromMemory(step), CrewMembers.of(crew, desk.words()))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(": "));
        String heading = Stream.of(who, title.map(desk.words()::of).orElse(""))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(": "));
        List<Flow.Piece> pieces = desk.flow().cut(body, step.hasOwnWords());
        int lines = leading(pieces);
        boolean warned = safeties(step, before);
        independentCheck(step);
        if (lines == 0 && title.isEmpty() && alternative(pieces)) {
            alternatives(step, who, pieces);
            return;
        }
        String text = joined(heading, pieces.subList(0, lines));
        // A step that only holds others still has to be there when it carries a warning: the warning is theirs through
        // it.
        step(step, text.isEmpty() && warned ? "Step " + desk.numbers().of(step) : text);
        walk.writePieces(pieces.subList(lines, pieces.size()));
    }

    private static String fromMemory(XmlElement step) {
        return step.attribute("memorizeStepsFlag").equals("1") ? "Memory item" : "";
    }

    // Also a note that the author set below the step's words goes before it: a safety text belongs to what follows it,
    // and
    // after these words the next step follows.
    private boolean safeties(XmlElement step, List<XmlElement> within) {
        safety.referredTo(step, false);
        for (XmlElement one : within) safety.write(one, false);
        return !within.isEmpty()
                || !step.attribute("warningRefs").isEmpty()
                || !step.attribute("cautionRefs").isEmpty();
    }

    /** Whether what comes first is a paragraph for some of the products only. */
    private static boolean alternative(List<Flow.Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.getFirst() instanceof Flow.Piece.Inner(var first)
                && Vocabulary.PARAGRAPH.contains(first.name())
                && !first.attribute("applicRefId").isEmpty();
    }

    /**
     * A step that says something else for each of several products: for each of them it is a step under the same number,
     * which is signed for; so are the words that follow and hold for all.
     */
    private void alternatives(XmlElement step, String who, List<Flow.Piece> pieces) {
        List<Flow.Piece> left = pieces;
        while (alternative(left) && left.getFirst() instanceof Flow.Piece.Inner(var one)) {
            walk.under(one, () -> written(step, who, desk.flow().cut(one)));
            left = left.subList(1, left.size());
        }
        written(step, who, left);
    }

    private void written(XmlElement step, String who, List<Flow.Piece> pieces) {
        int lines = leading(pieces);
        if (lines > 0) step(step, joined(who, pieces.subList(0, lines)));
        walk.writePieces(pieces.subList(lines, pieces.size()));
    }

    /** Work that a second person has to look at says so in an attribute: by whom, or that it has to be at all. */
    private void independentCheck(XmlElement step) {
        String by = step.attribute("independentCheck");
        if (by.isEmpty() || by.matches("(?i)0|no|false")) return;
        String note = by.matches("(?i)1|yes|true") ? "Independent check required" : "Independent check: " + by;
        desk.out().safety(SafetyKind.NOTE, false, note);
    }

    private void step(XmlElement step, String text) {
        String number = desk.numbers().of(step);
        int depth = desk.numbers().depth(step);
        desk.out().block(text, place -> new Block.Step(number, depth, text, place));
    }

    private static int leading(List<Flow.Piece> pieces) {
        int lines = 0;
        while (lines < pieces.size() && pieces.get(lines) instanceof Flow.Piece.Line) lines++;
        return lines;
    }

    private static String joined(String title, List<Flow.Piece> lines) {
        var text = new StringBuilder(title);
        for (Flow.Piece piece : lines)
            if (piece instanceof Flow.Piece.Line(var line)) {
                if (!text.isEmpty()) text.append(text.length() == title.length() ? ": " : " ");
                text.append(line);
            }
        return text.toString();
    }
}
