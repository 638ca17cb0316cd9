package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.Cost;
import java.util.List;

/**
 * Something to look at, to test or to repair next.
 *
 * @param id the same for the same words at the same place of the same document, so that it can be answered later
 * @param text verbatim from the document
 * @param expected what a good result is, empty where the document does not say
 * @param minutes what it takes when the checks before it have been made, see {@code cost}
 * @param parts causes that it tells about
 * @param citations numbers of the passages it stands in
 * @param why why it comes here
 * @param cost what it takes, and how that is known
 * @param ways the answers that it may have, and where each leads
 */
public record Check(
        String id,
        String text,
        String expected,
        int minutes,
        List<String> parts,
        List<String> citations,
        String why,
        Cost cost,
        List<Way> ways) {
    /**
     * An answer.
     *
     * @param answer as it is given
     * @param leads in words, where it leads
     */
    public record Way(String answer, String leads) {}

    public Check {
        parts = List.copyOf(parts);
        citations = List.copyOf(citations);
        ways = List.copyOf(ways);
    }
}
