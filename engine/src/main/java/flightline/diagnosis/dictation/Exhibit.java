package flightline.diagnosis.dictation;

/**
 * A passage as the model sees it.
 *
 * @param number from 1, by which the model names it
 * @param document what it is taken from, for the model to tell passages apart
 * @param quoteOnly whether it holds steps, limits or warnings, which are quoted and never reworded
 */
public record Exhibit(int number, String document, String text, boolean quoteOnly) {}
