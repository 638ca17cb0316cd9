package flightline.ingest.s1000d;

import flightline.corpus.Block;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes the interactions of training modules ({@code lcInteraction}: true or false, single and multiple choice, sequence, matching, hotspot), each as
 * one block: what is asked, every answer offered with what the module says of it, what is told who answers.
 */
final class ExerciseBlocks {
    private static final Set<String> GRAPHICS = Set.of("graphic", "multimediaObject");

    private final Desk desk;

    ExerciseBlocks(Desk desk) {
        this.desk = desk;
    }

    void write(XmlElement interaction) {
        var lines = new ArrayList<String>();
        collect(interaction, lines);
        if (!lines.isEmpty()) {
            String text = "Exercise:\n" + String.join("\n", lines);
            desk.out().block(text, place -> new Block.Exercise(text, place));
        }
        for (XmlElement graphic : interaction.all(GRAPHICS)) {
            String reference = graphic.attribute("infoEntityIdent");
            desk.out().block(reference, place -> new Block.Figure(reference, reference, place));
        }
    }

    private void collect(XmlElement element, List<String> lines) {
        if (element.is("lcAnswerOption")) option(element, rightness(element), lines);
        else if (element.is("lcSequenceOption")) option(element, sequence(element), lines);
        else if (element.is("lcMatchingPair")) pair(element, lines);
        else
            for (Flow.Piece piece : desk.flow().cut(element))
                switch (piece) {
                    case Flow.Piece.Line(var text) -> lines.add(text);
                    case Flow.Piece.Inner(var inner) -> collect(inner, lines);
                }
    }

    private void option(XmlElement option, String verdict, List<String> lines) {
        String words = words(option);
        if (!words.isEmpty()) lines.add("- " + words + verdict);
    }

    private void pair(XmlElement pair, List<String> lines) {
        List<String> sides = pair.children().stream()
                .map(this::words)
                .filter(words -> !words.isEmpty())
                .toList();
        if (!sides.isEmpty()) lines.add("- " + String.join(" – ", sides));
    }

    private String words(XmlElement element) {
        var lines = new ArrayList<String>();
        for (XmlElement child : element.children()) collect(child, lines);
        if (lines.isEmpty()) return desk.words().line(element);
        return String.join(" ", lines);
    }

    private static String rightness(XmlElement option) {
        return option.child("lcCorrectResponse").isPresent() ? " (right answer)" : " (wrong answer)";
    }

    private static String sequence(XmlElement option) {
        return option.child("lcSequence")
                .map(place -> place.attribute("lcValue"))
                .filter(place -> !place.isEmpty())
                .map(place -> " (place " + place + ")")
                .orElse("");
    }
}
