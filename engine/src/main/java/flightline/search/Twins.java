package flightline.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;

/** Two passages with the same text, of which one is shown. */
final class Twins {
    private Twins() {}

    /** The same for texts that differ in letter case and in what stands between words alone. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                between = !folded.isEmpty();
                continue;
            }
            if (between) folded.append(' ');
            between = false;
            folded.append(c);
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The one in force is shown, else the one ranked higher, with a note of the other. */
    static Hit join(Hit higher, Hit lower, LocalDate on) {
        boolean lowerShown =
                lower.document().inForceOn(on) && !higher.document().inForceOn(on);
        Hit shown = lowerShown ? lower : higher;
        Hit other = lowerShown ? higher : lower;
        var why = new ArrayList<>(higher.why());
        String note = "same text in " + other.document().header().id() + " "
                + other.document().header().revision().display();
        if (!why.contains(note)
                && !other.document().key().equals(shown.document().key())) why.add(note);
        return new Hit(shown.passage(), shown.document(), higher.score(), why, shown.effectivity());
    }
}
