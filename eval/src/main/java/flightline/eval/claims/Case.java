package flightline.eval.claims;

import flightline.corpus.SafetyText;
import java.util.List;

/**
 * A statement and what it cites.
 *
 * @param kind of error, or how the faithful one was made
 * @param text of the statement
 * @param cited the passage that it names
 * @param shown the warnings shown with it
 */
record Case(String id, boolean faithful, String kind, String text, CitedPassage cited, List<SafetyText> shown) {
    Case {
        shown = List.copyOf(shown);
    }

    static Case of(boolean faithful, String kind, String text, CitedPassage cited) {
        return new Case(kind + " " + cited.id(), faithful, kind, text, cited, cited.safety());
    }
}
