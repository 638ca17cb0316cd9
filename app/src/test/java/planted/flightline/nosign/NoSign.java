package planted.flightline.nosign;

/** Stands in a package without a door sign. */
public final class NoSign {}
