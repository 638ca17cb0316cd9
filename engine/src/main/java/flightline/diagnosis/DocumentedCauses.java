package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the causes that a passage names: a trouble table's rows and the ends of fault isolation. */
final class DocumentedCauses {
    private DocumentedCauses() {}

    static List<String> in(Passage passage) {
        return switch (passage.kind()) {
            case TABLE_ROW -> troubleRow(passage);
            case ISOLATION_END -> PartPhrases.in(passage.text());
            case PARAGRAPH, STEP, LIST_ITEM, SAFETY, FIGURE, FAULT, ISOLATION_STEP, PART, MEL_ITEM -> List.of();
        };
    }

    /** Whether the row belongs to a table of troubles, causes and remedies. */
    static boolean isTroubleRow(Passage passage) {
        String header = passage.context().toLowerCase(Locale.ROOT);
        return passage.kind() == PassageKind.TABLE_ROW
                && header.contains("cause")
                && (header.contains("remed") || header.contains("correct") || header.contains("action"));
    }

    private static List<String> troubleRow(Passage passage) {
        if (!isTroubleRow(passage)) return List.of();
        return Stream.of(passage.text().split("\t"))
                .flatMap(cell -> PartPhrases.in(cell).stream())
                .distinct()
                .toList();
    }
}
