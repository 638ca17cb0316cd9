package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may only be quoted: steps, limits, warnings. A word changed in these changes what a hand does. */
final class QuoteDuty {
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:limits?|maximum|minimum|tolerances?|torqued?|exceed(?:s|ed|ing)?|at least|at most|(?:no|not) (?:more|less) than)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\d");
    private static final Pattern DANGER = Pattern.compile("\\b(?:warning|caution|danger)\\b", Pattern.CASE_INSENSITIVE);

    private QuoteDuty() {}

    /** Whether nothing of the passage may be said in other words. */
    static boolean binds(Passage passage) {
        return binds(passage.kind());
    }

    private static boolean binds(PassageKind kind) {
        return switch (kind) {
            case STEP, SAFETY, ISOLATION_STEP, ISOLATION_END, MEL_ITEM -> true;
            case PARAGRAPH, TABLE_ROW, LIST_ITEM, FIGURE, FAULT, PART -> false;
        };
    }

    /** The reason why this sentence must be quoted whatever it cites; empty where it need not. */
    static Optional<String> of(String sentence) {
        if (DANGER.matcher(sentence).find())
            return Optional.of("it speaks of a warning or caution in other words; that is quoted");
        if (LIMIT.matcher(sentence).find() && VALUE.matcher(sentence).find())
            return Optional.of("it gives a limit in other words; a limit is quoted");
        return Optional.empty();
    }
}
