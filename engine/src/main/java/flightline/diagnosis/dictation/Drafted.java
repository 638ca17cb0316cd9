package flightline.diagnosis.dictation;

import java.util.List;

/** A statement as the model drafted it, not yet compared with anything. */
public sealed interface Drafted {
    /** Numbers of the passages it names, as the model gave them; never empty, but any number may be wrong. */
    List<Integer> passages();

    String words();

    /** Words said to stand in a passage. */
    record Quote(List<Integer> passages, String words) implements Drafted {
        public Quote {
            passages = List.copyOf(passages);
        }
    }

    /** Words of the model's own. */
    record Anew(List<Integer> passages, String words) implements Drafted {
        public Anew {
            passages = List.copyOf(passages);
        }
    }
}
