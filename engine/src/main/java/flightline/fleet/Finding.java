package flightline.fleet;

import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a question found.
 *
 * @param sentence says only what the figures say
 * @param sql that gave the table, but for the columns that were reckoned from it
 * @param caveats what must be known so as not to be misled
 * @param records ids of the first records behind it all
 * @param behind count of the records behind it all
 * @param marking the strictest of the records that it was reckoned from
 */
public record Finding(
        String form,
        String sentence,
        Sql sql,
        Grid table,
        List<Figure> figures,
        Optional<Chart> chart,
        List<String> caveats,
        List<String> records,
        long behind,
        Marking marking) {
    public Finding {
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
        records = List.copyOf(records);
    }

    /** The same with one more thing to know. */
    Finding with(String caveat) {
        var more = new ArrayList<>(caveats);
        more.add(caveat);
        return new Finding(form, sentence, sql, table, figures, chart, more, records, behind, marking);
    }

    /** The same under this marking. */
    Finding under(Marking strictest) {
        return new Finding(form, sentence, sql, table, figures, chart, caveats, records, behind, strictest);
    }
}
