package flightline.library.records;

import java.util.List;

/**
 * A defect that was first fixed wrongly and came back.
 *
 * @param name unique among the stories
 * @param cause the true one
 * @param wrong the first fix, which did not hold
 * @param entries in the order of their days
 */
record Story(String name, Attributes attributes, String cause, String wrong, List<Text> entries) {
    Story {
        entries = List.copyOf(entries);
    }
}
