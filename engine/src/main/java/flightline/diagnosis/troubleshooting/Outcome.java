package flightline.diagnosis.troubleshooting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the answers that a trial may give, with how likely it is under each cause.
 *
 * @param answer as the one who checks gives it, for example {@code pass}, {@code fail}, {@code Yes}
 * @param likelihoods of the answer by part that is at fault, above 0 and at most 1
 * @param otherwise likelihood of the answer when any other part is at fault
 */
public record Outcome(String answer, Map<String, Double> likelihoods, double otherwise) {
    /** The part, function or value is as it should be. */
    public static final String PASS = "pass";
    /** It is not. */
    public static final String FAIL = "fail";

    public Outcome {
        likelihoods = Map.copyOf(likelihoods);
        if (otherwise <= 0 || otherwise > 1)
            throw new IllegalArgumentException("likelihood must be above 0 and at most 1, got " + otherwise);
    }

    public double likelihood(String part) {
        return likelihoods.getOrDefault(part, otherwise);
    }

    /** A check of these parts, good. */
    static Outcome pass(Collection<String> parts) {
        return of(PASS, parts, 1 - Reliability.FINDS, 1 - Reliability.FALSE_ALARM);
    }

    /** A check of these parts, bad. */
    static Outcome fail(Collection<String> parts) {
        return of(FAIL, parts, Reliability.FINDS, Reliability.FALSE_ALARM);
    }

    /** These parts were repaired and the trouble is gone. */
    static Outcome cured(Collection<String> parts) {
        return of(PASS, parts, Reliability.CURES, Reliability.GONE_BY_ITSELF);
    }

    /** These parts were repaired and the trouble is still there. */
    static Outcome notCured(Collection<String> parts) {
        return of(FAIL, parts, 1 - Reliability.CURES, 1 - Reliability.GONE_BY_ITSELF);
    }

    static Outcome of(String answer, Collection<String> parts, double theirs, double otherwise) {
        var likelihoods = new LinkedHashMap<String, Double>();
        parts.forEach(part -> likelihoods.put(part, theirs));
        return new Outcome(answer, likelihoods, otherwise);
    }
}
