package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (XmlNode node : step.nodes()) {
            if (node == title.orElse(null)) continue;
            if (node instanceof XmlElement child && Vocabulary.SAFETY.contains(child.name())) before.add(child);
            else body.add(node);
        }
        String heading = title.map(desk.words()::of).orElse("");
        List<Flow.Piece> pieces = desk.flow().cut(body, step.hasOwnWords());
        int lines = leading(pieces);
        boolean warned = safeties(step, before);
        String text = joined(heading, pieces.subList(0, lines));
        // A step that only holds others still has to be there when it carries a warning: the warning is theirs through
        // it.
        step(step, text.isEmpty() && warned ? "Step " + desk.numbers().of(step) : text);
        walk.writePieces(pieces.subList(lines, pieces.size()));
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
