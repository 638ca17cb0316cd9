package flightline.ingest.marking;

import flightline.corpus.Block;
import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of a title block that is called a marking or a classification, on a line or in a table. */
final class TitleField {
    private static final String NAME =
            "(?i:(?:(?:protective|security|document|overall|data|information)[ _-]){0,2}(?:marking|classification)(?:[ _-]level)?)";
    /** Names of attributes, front matter and fields stand between marks of the format; the cells of a row between bars. */
    private static final Pattern LINE = Pattern.compile(
            "[\\s:*_>|#+-]{0,20}" + NAME + "[\\s*_\"']{0,8}(?:[:|=\\t]| - )[\\s:*_|\"'=]{0,40}(\\S.{0,200})");

    private static final Pattern NAME_ALONE =
            Pattern.compile("[\\s:*_>|#+-]{0,20}" + NAME + "[\\s*_\"']{0,8}(:?)[\\s*_|]{0,8}");
    private static final Pattern CELL = Pattern.compile("\\s*" + NAME + "\\s*:?\\s*");

    private TitleField() {}

    /**
     * What a line's field marks with.
     *
     * @param next the line after it, where the value may stand alone; empty where there is none
     */
    static Optional<Marking> ofLine(String line, String next) {
        Matcher field = LINE.matcher(line);
        if (field.lookingAt()) return Banner.ofField(field.group(1));
        Matcher alone = NAME_ALONE.matcher(line);
        if (!alone.matches()) return Optional.empty();
        return alone.group(1).isEmpty() ? Banner.read(next) : Banner.ofField(next);
    }

    /** The value stands in the cell behind the name, or in the one row beneath it. */
    static Marking ofTable(Block.Table table) {
        Marking all = Marking.UNMARKED;
        var rows = new ArrayList<>(List.of(table.header()));
        table.rows().forEach(row -> rows.add(row.cells()));
        for (List<String> cells : rows)
            for (int i = 0; i + 1 < cells.size(); i++)
                if (CELL.matcher(cells.get(i)).matches())
                    all = all.and(Banner.ofField(cells.get(i + 1)).orElse(Marking.UNMARKED));
        if (rows.size() == 2)
            for (int i = 0; i < Math.min(rows.get(0).size(), rows.get(1).size()); i++)
                if (CELL.matcher(rows.get(0).get(i)).matches())
                    all = all.and(Banner.ofField(rows.get(1).get(i)).orElse(Marking.UNMARKED));
        return all;
    }
}
