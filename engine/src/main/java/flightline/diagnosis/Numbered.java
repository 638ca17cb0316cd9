package flightline.diagnosis;

import flightline.corpus.Citation;

/** A citation under its number in the answer. */
public record Numbered(String id, Citation citation) {}
