package flightline.drafting;

import flightline.corpus.Citation;

/** A passage that an answer pointed to, read again from the document. */
public record Extract(Citation citation) {}
