package flightline.ingest.ocr;

import java.util.List;

/**
 * A line as it was recognised, in pixels from the upper left of the picture.
 *
 * @param baseline row of its baseline at its left end
 * @param slope by how many rows the baseline sinks per column to the right
 * @param size height of its type, descenders and ascenders included
 * @param turn quarter turns counter-clockwise of its direction, 0 runs to the right
 */
public record RecognisedLine(
        int left, double baseline, double slope, double size, int turn, List<RecognisedWord> words) {
    public RecognisedLine {
        words = List.copyOf(words);
    }

    /** Mean over its words, 0 to 100. */
    public double confidence() {
        return words.stream().mapToInt(RecognisedWord::confidence).average().orElse(0);
    }
}
