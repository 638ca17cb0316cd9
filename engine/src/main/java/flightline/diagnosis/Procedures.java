package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Requirements;
import java.util.Map;

/**
 * What the documents found say beyond their passages: trees of isolation and what procedures want first.
 *
 * @param trees by the document's key
 * @param needs by the document's key
 * @param tasks what the documents want that an isolation refers to for its remedies, by their identity
 */
public record Procedures(
        Map<String, IsolationTree> trees, Map<String, Requirements> needs, Map<String, Requirements> tasks) {
    public static final Procedures NONE = new Procedures(Map.of(), Map.of(), Map.of());

    public Procedures {
        trees = Map.copyOf(trees);
        needs = Map.copyOf(needs);
        tasks = Map.copyOf(tasks);
    }
}
