package flightline.diagnosis;

import flightline.corpus.ColumnNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a table by their names: where a trouble table has its causes.
 *
 * @param names of the columns, in their order
 * @param cause 0-based, -1 where no column is named after causes
 */
record TroubleColumns(List<String> names, int cause) {
    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(?:troubles?|symptoms?|malfunctions?|problems?|discrepanc(?:y|ies)|complaints?|indications?|defects?|faults?|observations?|conditions?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSE = Pattern.compile("\\bcauses?\\b", Pattern.CASE_INSENSITIVE);
    /** Names that stand for a cause beside a column of troubles only: reasons are given for revisions too. A fault's code or message is a sign of it. */
    private static final Pattern FAULT = Pattern.compile(
            "\\b(?:reasons?|faults?(?!\\s+(?:codes?|numbers?|no\\b|messages?|isolation|reports?|trees?)\\b)|faulty (?:part|item|component|unit))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REMEDY = Pattern.compile(
            "\\b(?:remed(?:y|ies)|corrections?|corrective|actions?|rectifications?|cures?|repairs?|procedures?|what to do)\\b",
            Pattern.CASE_INSENSITIVE);

    public TroubleColumns {
        names = List.copyOf(names);
    }

    /** @param context of a row, in which the names of its columns stand parted by bars; absent where none do */
    static Optional<TroubleColumns> of(String context) {
        return Optional.of(ColumnNames.of(context))
                .filter(names -> !names.isEmpty())
                .map(names -> new TroubleColumns(names, cause(names)));
    }

    private static int cause(List<String> names) {
        for (int i = 0; i < names.size(); i++) if (CAUSE.matcher(names.get(i)).find()) return i;
        for (int i = 0; i < names.size(); i++)
            if (FAULT.matcher(names.get(i)).find() && names(names, TROUBLE, i)) return i;
        return -1;
    }

    boolean remedies() {
        return names(names, REMEDY, cause);
    }

    /** Whether a column other than this has such a name. */
    private static boolean names(List<String> names, Pattern wanted, int but) {
        for (int i = 0; i < names.size(); i++)
            if (i != but && wanted.matcher(names.get(i)).find()) return true;
        return false;
    }

    /** The cell under the causes' column; absent where it is empty or the cells do not fit the columns. */
    Optional<String> causeCell(String row) {
        List<String> cells = RowCells.of(row, names.size());
        int at = causeAt(cells);
        return at >= 0 && at < cells.size() && !cells.get(at).isBlank() ? Optional.of(cells.get(at)) : Optional.empty();
    }

    /** The words of the cells before the causes: the trouble that the row is of; empty where it stands in a row above. */
    String trouble(String row) {
        List<String> cells = RowCells.of(row, names.size());
        int at = causeAt(cells);
        return at > 0 && at < cells.size() ? String.join(" ", cells.subList(0, at)) : "";
    }

    /** The last cell of the row: what is to be done, where the table tells it. */
    String last(String row) {
        return RowCells.of(row, names.size()).getLast().strip();
    }

    /** The first cell of a trouble with several causes stands in its first row only. */
    private int causeAt(List<String> cells) {
        return cause - (names.size() - cells.size());
    }
}
