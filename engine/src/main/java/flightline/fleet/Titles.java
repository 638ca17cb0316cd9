package flightline.fleet;

import flightline.terms.AtaTable;

/** Names of groups as people read them. */
final class Titles {
    /** Said where systems are named: a maker may give a number of four digits to another system. */
    static final String OF_THE_TABLE =
            "names of systems are those of the JASC table; the aircraft's own manuals may mean another system by the same number";

    private static final AtaTable ATA = AtaTable.standard();

    private Titles() {}

    /** {@code 32-41} becomes {@code 32-41 Brake system}; others stay as they are. */
    static String of(Grouping by, String value) {
        return switch (by) {
            case CHAPTER, SYSTEM ->
                ATA.title(value).map(title -> value + " " + title).orElse(value);
            case TAIL, MODEL, STATION, PART, PART_NUMBER, CONDITION, YEAR, QUARTER, MONTH, SEASON, MONTH_OF_YEAR ->
                value;
        };
    }

    static String ofSystem(String value) {
        return of(Grouping.SYSTEM, value);
    }
}
