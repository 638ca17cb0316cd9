package flightline.diagnosis;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something to look at or test next.
 *
 * @param text verbatim from the document
 * @param expected what a good result is, empty where the document does not say
 * @param minutes how long it takes, absent where the document does not say
 * @param parts causes that it tells about
 * @param citations numbers of the passages it stands in
 */
public record Check(
        String text, String expected, OptionalInt minutes, List<String> parts, List<String> citations, String why) {
    public Check {
        parts = List.copyOf(parts);
        citations = List.copyOf(citations);
    }
}
