package flightline.ingest.xml;

import java.util.Set;

/**
 * Elements of iSpec 2200 that stand within a line of text and hold no block: references, tools, consumables, part numbers.
 * Both who closes what an author left open and who reads the finished tree must know them.
 */
public final class LineElements {
    private static final Set<String> ISPEC = Set.of(
            "refint",
            "refext",
            "grphcref",
            "graphcref",
            "ted",
            "toolnbr",
            "toolname",
            "con",
            "connbr",
            "conname",
            "expd",
            "std",
            "stdnbr",
            "stdname",
            "zone",
            "pan",
            "ein",
            "equ",
            "equname",
            "csn",
            "ncon",
            "sbnbr",
            "acro",
            "cb",
            "cbname",
            "cbnbr",
            "pnr",
            "mfr");

    private LineElements() {}

    public static boolean ispec(String name) {
        return ISPEC.contains(name);
    }
}
