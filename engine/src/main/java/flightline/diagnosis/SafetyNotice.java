package flightline.diagnosis;

import flightline.corpus.SafetyKind;

/** A warning, caution or note as the document has it, and the number of its citation. */
public record SafetyNotice(SafetyKind kind, String text, String citation) {}
