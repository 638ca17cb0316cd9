package flightline.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text by which a system or a part can be learned: without references, which name the answer. */
public final class LearnedWords {
    private static final Pattern REFERENCE = Pattern.compile(
            "\\b(?:amm|srm|fim|tsm|mm|cmm|ipc|wdm|mel|ata|task)?\\s*\\d{2}-\\d{2}(?:-[\\p{L}\\p{N}]+)*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private LearnedWords() {}

    /**
     * Whole words, none left out and none cut to a stem: on the public records both cost two points in a hundred.
     *
     * @param normalised text with its abbreviations written out, see {@link Complaint#normalised()}
     */
    public static List<String> of(String normalised) {
        String plain = REFERENCE.matcher(normalised.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return WORD.matcher(plain).results().map(MatchResult::group).toList();
    }
}
