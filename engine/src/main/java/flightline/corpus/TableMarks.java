package flightline.corpus;

import java.util.regex.Pattern;

/** Marks of a trouble table in running text: a row of bullets, or words that name its columns. */
public final class TableMarks {
    private static final Pattern MARKS = Pattern.compile(
            "(?:[•▪●].*){4}|(?:Trouble|Symptom|Malfunction|[Cc]auses?|Procedures?)\\s+(?:Probable|Possible|"
                    + "Isolation Procedure|Remed|Correct|Suggested|Action)",
            Pattern.DOTALL);

    private TableMarks() {}

    /** Whether the text looks like a table that lost its lines; many texts do that are none. */
    public static boolean in(String text) {
        return MARKS.matcher(text).find();
    }
}
