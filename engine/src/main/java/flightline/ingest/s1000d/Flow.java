package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/** Cuts mixed content into lines of text and the blocks between them, in order. */
final class Flow {
    sealed interface Piece {
        /** A line of text, not blank. */
        record Line(String text) implements Piece {}

        /** Something that is a block of its own. */
        record Inner(XmlElement element) implements Piece {}
    }

    private final InlineText words;

    Flow(InlineText words) {
        this.words = words;
    }

    List<Piece> cut(XmlElement element) {
        return cut(element.nodes(), element.hasOwnWords());
    }

    /** @param mixed whether words stand between these nodes, so that an element of unknown name is part of a line */
    List<Piece> cut(List<XmlNode> nodes, boolean mixed) {
        var pieces = new ArrayList<Piece>();
        var line = new StringBuilder();
        cut(nodes, mixed, pieces, line);
        end(pieces, line);
        return pieces;
    }

    private void cut(List<XmlNode> nodes, boolean mixed, List<Piece> pieces, StringBuilder line) {
        XmlNode behind = InlineText.NOTHING;
        for (XmlNode node : nodes) {
            switch (node) {
                case XmlNode.Words(var text) -> InlineText.words(line, text, behind);
                case XmlElement child -> cut(child, mixed, pieces, line);
            }
            behind = node;
        }
    }

    private void cut(XmlElement child, boolean mixed, List<Piece> pieces, StringBuilder line) {
        boolean ownApplicability = !child.attribute("applicRefId").isEmpty();
        if (Vocabulary.TRANSPARENT.contains(child.name()) && !ownApplicability) {
            // Challenge and response are one line of a checklist.
            if (child.is("response")
                    && pieces.isEmpty()
                    && !XmlElement.squeeze(line).isEmpty()) line.append(" – ");
            boolean within = child.hasOwnWords();
            for (XmlNode node : child.nodes())
                if (node instanceof XmlElement e && Vocabulary.PARAGRAPH.contains(e.name()) && !holdsBlocks(e))
                    words.append(line, e);
                else cut(List.of(node), within, pieces, line);
        } else if (Vocabulary.PARAGRAPH.contains(child.name()) && !ownApplicability) {
            end(pieces, line);
            cut(child.nodes(), child.hasOwnWords(), pieces, line);
            end(pieces, line);
        } else if (Vocabulary.INLINE.contains(child.name()) || (mixed && !Vocabulary.isBlock(child.name()))) {
            words.append(line, child);
        } else {
            end(pieces, line);
            pieces.add(new Piece.Inner(child));
        }
    }

    private static boolean holdsBlocks(XmlElement paragraph) {
        return paragraph.children().stream().anyMatch(c -> Vocabulary.isBlock(c.name()));
    }

    private static void end(List<Piece> pieces, StringBuilder line) {
        String text = XmlElement.squeeze(line).replaceFirst(" –$", "");
        if (!text.isEmpty()) pieces.add(new Piece.Line(text));
        line.setLength(0);
    }
}
