package flightline.fleet;

import java.util.ArrayList;
import java.util.List;

/** What must be known of the records that were counted. */
final class Caveats {
    private Caveats() {}

    static List<String> of(Selection selection, ClearedRecords records) {
        var caveats = new ArrayList<String>();
        Sql where = selection.where();
        Grid found = records.ask(new Sql("""
                SELECT count(*) AS twins FROM records WHERE twin AND %s""".formatted(where.text()), where.parameters()));
        long twins = found.whole(0, "twins");
        if (twins > 0)
            caveats.add(twins + (twins == 1 ? " record has" : " records have")
                    + " the same aircraft, day and complaint as another; they are counted as they stand");
        if (selection.counted() == Counted.REMOVALS || selection.counted() == Counted.UNSCHEDULED_REMOVALS)
            caveats.add(
                    "a removal is a record with a part number taken off, or with a part and words such as replaced or swapped");
        if (selection.period().isPresent()) {
            Sql undated = selection.always().where("day IS NULL");
            long count = records.ask(
                            new Sql("SELECT count(*) AS n FROM records WHERE " + undated.text(), undated.parameters()))
                    .whole(0, "n");
            if (count > 0) caveats.add(count + " more carry no date and are left out");
        }
        return caveats;
    }
}
