package flightline.diagnosis.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * A value with its unit as a text gives it.
 *
 * @param text as it is written
 * @param number what it is compared by, sign included
 * @param unit the unit's one name; empty where the number has none
 * @param before words of the same sentence that stand before it, in lower case, nearest first, at most eight
 * @param after the same for those that follow
 */
public record Measure(String text, String number, String unit, List<String> before, List<String> after) {
    private static final int REACH = 8;

    public Measure {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Every value of the text, in its order. */
    public static List<Measure> of(String text) {
        Wording wording = Wording.of(List.of(text));
        var measures = new ArrayList<Measure>();
        for (int i = 0; i < wording.size(); i++) {
            Token token = wording.at(i);
            if (token.kind() != Kind.VALUE) continue;
            int bar = token.key().indexOf('|');
            measures.add(new Measure(
                    token.text(),
                    token.key().substring(0, bar),
                    token.key().substring(bar + 1),
                    beside(wording, i, -1),
                    beside(wording, i, 1)));
        }
        return measures;
    }

    private static List<String> beside(Wording wording, int place, int way) {
        var words = new ArrayList<String>();
        for (int k = place + way; k >= 0 && k < wording.size() && words.size() < REACH; k += way) {
            if (wording.at(k).sentence() != wording.at(place).sentence()) break;
            words.add(Alignment.lower(wording.at(k)));
        }
        return words;
    }
}
