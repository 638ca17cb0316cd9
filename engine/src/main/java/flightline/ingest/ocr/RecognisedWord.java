package flightline.ingest.ocr;

/**
 * A word as it was recognised, its box in pixels from the upper left of the picture.
 *
 * @param confidence 0 to 100, as the program says
 */
public record RecognisedWord(String text, int left, int top, int right, int bottom, int confidence) {}
