package flightline.corpus;

import java.util.regex.Pattern;

/** Marks of a trouble table in running text: a row of bullets, or words that name its columns. */
public final class TableMarks {
    private static final String BULLETS = "•▪●";
    private static final int FEWEST_BULLETS = 4;
    private static final Pattern COLUMNS =
            Pattern.compile("(?:Trouble|Symptom|Malfunction|[Cc]auses?|Procedures?)\\s+(?:Probable|Possible|"
                    + "Isolation Procedure|Remed|Correct|Suggested|Action)");

    private TableMarks() {}

    /** Whether the text looks like a table that lost its lines; many texts do that are none. */
    public static boolean in(String text) {
        return text.chars()
                                .filter(c -> BULLETS.indexOf(c) >= 0)
                                .limit(FEWEST_BULLETS)
                                .count()
                        == FEWEST_BULLETS
                || COLUMNS.matcher(text).find();
    }
}
