package flightline.drafting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be drafted. */
public enum PaperKind {
    WORKCARD("Work card"),
    DISCREPANCY("Discrepancy write-up"),
    DIFFICULTY_REPORT("Service difficulty report"),
    HANDOVER("Shift handover"),
    OPEN_ITEMS("Open items"),
    DIRECTIVE_MATRIX("Directive compliance matrix");

    private final String title;

    PaperKind(String title) {
        this.title = title;
    }

    /** What the paper is called on itself. */
    public String title() {
        return title;
    }

    /** Whether it is printed across, for its tables. */
    public boolean wide() {
        return this == DIRECTIVE_MATRIX;
    }

    /** As it is named on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
