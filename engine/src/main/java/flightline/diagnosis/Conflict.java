package flightline.diagnosis;

import java.util.List;

/** Documents that disagree, or one that tempts though it is not in force. */
public record Conflict(String text, List<String> citations) {
    public Conflict {
        citations = List.copyOf(citations);
    }
}
