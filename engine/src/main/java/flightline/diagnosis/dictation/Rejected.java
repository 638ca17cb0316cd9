package flightline.diagnosis.dictation;

/** A drafted statement that did not stand, and why, so that the model can word it anew. */
public record Rejected(Drafted draft, String why) {}
