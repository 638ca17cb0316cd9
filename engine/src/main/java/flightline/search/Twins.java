package flightline.search;

import java.time.LocalDate;
import java.util.ArrayList;

/** Two passages with the same text, of which one is shown. */
final class Twins {
    private Twins() {}

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
