package flightline.learning;

import java.util.List;
import java.util.Set;

/**
 * A text whose label is known.
 *
 * @param id of the text's source
 * @param kin keys of what it must not be parted from: whoever shares a key with it is set aside together with it
 * @param words of the text, in their order
 * @param label not empty
 */
public record Example(String id, Set<String> kin, List<String> words, String label) {
    public Example {
        kin = Set.copyOf(kin);
        words = List.copyOf(words);
        if (label.isEmpty()) throw new IllegalArgumentException("example " + id + " has no label");
    }
}
