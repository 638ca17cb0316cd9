package flightline.dialogue;

/**
 * A question that was asked before in the same dialogue.
 *
 * @param question the question behind it, as it was read then
 * @param about words of the matter that it belonged to; empty where it stood by itself
 * @param answered whether it may be built upon: what was refused may not
 */
public record Asked(String question, String about, boolean answered) {}
