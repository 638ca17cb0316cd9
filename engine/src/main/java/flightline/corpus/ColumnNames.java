package flightline.corpus;

import java.util.List;
import java.util.stream.Stream;

/** The names of the columns that a table's row stands under. */
public final class ColumnNames {
    private ColumnNames() {}

    /** In their order, one that several columns bear once; empty for what is no row, or one of a table without names. */
    public static List<String> of(Passage passage) {
        return passage.kind() == PassageKind.TABLE_ROW ? of(passage.context()) : List.of();
    }

    /** @param context of a row, in which the names of its columns stand parted by bars */
    public static List<String> of(String context) {
        return Stream.of(context.split(";"))
                .map(piece -> Stream.of(piece.split("\\|"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .filter(names -> names.size() > 1)
                .findFirst()
                .orElse(List.of());
    }
}
