package flightline.flow;

/** How long each part of an answer took, in milliseconds. */
public record Millis(double total, double retrieve, double rank, double write, double verify) {}
