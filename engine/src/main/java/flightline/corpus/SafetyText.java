package flightline.corpus;

/** A warning, caution or note that goes with a passage wherever the passage goes. */
public record SafetyText(SafetyKind kind, String text, Place place) {}
