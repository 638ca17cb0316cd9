package flightline.library.records;

/**
 * What a text says about the part: written {@code P removed > installed | condition}, or {@code P - name | condition} where
 * a part is blamed and nothing with a number is removed.
 *
 * @param removed part number, or a word such as {@code @brake} that the aircraft and the date decide; empty where absent
 * @param name only where {@code removed} is empty
 * @param installed like {@code removed}
 * @param condition as coded, empty where absent
 */
record PartLine(String removed, String name, String installed, String condition) {
    static final PartLine NONE = new PartLine("", "", "", "");

    static PartLine of(String line) {
        String[] halves = line.split("\\s\\|(?:\\s|$)", 2);
        String parts = halves[0].strip();
        String condition = halves.length > 1 ? halves[1].strip() : "";
        if (parts.startsWith("-")) {
            return new PartLine("", parts.substring(1).strip(), "", condition);
        }
        String[] pair = parts.split(">", 2);
        return new PartLine(pair[0].strip(), "", pair.length > 1 ? pair[1].strip() : "", condition);
    }
}
