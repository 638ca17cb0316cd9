package flightline.library.records;

/**
 * One complaint with its action, as written by hand, before it has a date and an aircraft.
 *
 * @param key file and 1-based line of its head, which also seeds its dice
 */
record Text(String key, Attributes attributes, String complaint, String action, PartLine part) {}
