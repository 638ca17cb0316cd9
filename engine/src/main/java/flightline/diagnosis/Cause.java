package flightline.diagnosis;

import java.util.List;

/**
 * A part that may be at fault, with what speaks for it. It cannot be built without evidence.
 *
 * @param part name, lower case
 * @param condition its failure, empty where not known
 * @param probability share of the evidence's weight, not calibrated
 * @param evidence numbers of exhibits, strongest first
 */
public record Cause(String part, String condition, double probability, List<String> evidence, String why) {
    public Cause {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) throw new IllegalArgumentException("cause '" + part + "' has no evidence");
    }
}
