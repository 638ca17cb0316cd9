package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import java.util.List;
import java.util.Locale;

/** For which aircraft a row of a table holds, where one of its columns says so. */
public final class RowEffectivity {
    private static final String STATES =
            "(?:aircraft |airplane )?(?:effectivity|effective for|applicability|applicable to|eff\\.?)";
    private static final String SERIALS =
            "(?:aircraft |airplane |aeroplane |helicopter )?(?:serial numbers|serial nos\\.?|msns?|s/ns)(?: affected)?";
    /** Beside these, serial numbers are those of parts, or the table lists aircraft instead of holding for some. */
    private static final String OF_OTHERS =
            ".*\\b(?:parts?|p/ns?|pnr|component|registration|delivered|variant|model)\\b.*";

    private RowEffectivity() {}

    public static Applicability of(Block.Table table, Block.Row row) {
        Applicability all = Applicability.ALL;
        for (int c = 0; c < Math.min(table.header().size(), row.cells().size()); c++) {
            String column = plain(table.header().get(c));
            String cell = row.cells().get(c).strip();
            if (cell.isEmpty()) continue;
            if (column.matches(STATES)) all = Applicability.both(all, Statement.read(cell));
            else if (column.matches(SERIALS) && !ofOthers(table.header()))
                all = Applicability.both(all, Statement.ofSerials(cell));
        }
        return all;
    }

    private static boolean ofOthers(List<String> header) {
        return header.stream().map(RowEffectivity::plain).anyMatch(column -> column.matches(OF_OTHERS));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
