package flightline.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people in the hangar say, and the words that documents have for it. Immutable and safe to share. */
public final class HangarTalk {
    private final Map<String, List<String>> written;

    private HangarTalk(Map<String, List<String>> written) {
        this.written = Map.copyOf(written);
    }

    /** The list that ships with this package. */
    public static HangarTalk standard() {
        var written = new HashMap<String, List<String>>();
        for (String line : WordList.lines("hangar-talk.txt")) {
            List<String> words = List.of(line.strip().split("\\s+"));
            written.put(words.getFirst(), words.subList(1, words.size()));
        }
        return new HangarTalk(written);
    }

    /** Spoken word, lower case, to the words written for it. */
    public Map<String, List<String>> all() {
        return written;
    }
}
