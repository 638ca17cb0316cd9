package flightline.diagnosis;

import flightline.corpus.MaintenanceRecord;
import flightline.terms.AtaTable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system that is named by its ATA or JASC code and by nothing else: there is nothing to be guessed then.
 *
 * @param code two digits for a chapter, else four
 * @param title as the ATA table has it
 */
public record NamedSystem(String code, String title) {
    /** A chapter's two digits alone may be anything, so they count only with its name before them. */
    private static final Pattern BARE = Pattern.compile(
            "\\W{0,3}(?:(?<named>(?:ata|jasc)(?:[/ ](?:ata|jasc))?(?: (?:chapter|code|system))?|chapter|system|code)[ .:#]{0,3})?(?<chapter>\\d{2})(?:-?(?<section>\\d{2})(?:-?\\d{2})?)?\\W{0,3}",
            Pattern.CASE_INSENSITIVE);

    /** The system that the text names; absent where it says more, or where the table has no such code. */
    static Optional<NamedSystem> in(String text, AtaTable table) {
        Matcher bare = BARE.matcher(text);
        if (!bare.matches() || (bare.group("section") == null && bare.group("named") == null)) return Optional.empty();
        String chapter = bare.group("chapter");
        String code = bare.group("section") == null ? chapter : chapter + bare.group("section");
        return table.title(code).map(title -> new NamedSystem(code, title));
    }

    /** Whether a record was coded to it or to what is beneath it; 3240 stands for 3241 and 3242 too. */
    public boolean has(MaintenanceRecord record) {
        String beneath = code.length() == 4 && code.endsWith("0") ? code.substring(0, 3) : code;
        return !record.ata().isEmpty()
                && SystemRanker.code(record.ata().getFirst()).startsWith(beneath);
    }

    /** {@code 32-42}, as manuals write it. */
    public String dashed() {
        return code.length() == 4 ? code.substring(0, 2) + "-" + code.substring(2) : code;
    }
}
