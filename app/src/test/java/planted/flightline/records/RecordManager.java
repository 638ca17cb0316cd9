package planted.flightline.records;

/** Its name says little. */
public final class RecordManager {}
