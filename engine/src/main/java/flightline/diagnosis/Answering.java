package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.Outcome;
import flightline.diagnosis.troubleshooting.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an answer to a trial: in its own words, or in the words that people use for them. */
final class Answering {
    private static final Map<String, List<String>> SAME = Map.of(
            Outcome.PASS,
            List.of("pass", "passed", "ok", "good", "cured", "fixed", "gone"),
            Outcome.FAIL,
            List.of("fail", "failed", "bad", "not ok", "not cured", "not fixed", "still there"),
            "yes",
            List.of("y"),
            "no",
            List.of("n"));

    private Answering() {}

    static Optional<Outcome> outcome(Trial trial, String given) {
        String answer = given.strip().toLowerCase(java.util.Locale.ROOT);
        if (answer.equals(Finding.SKIP)) return Optional.of(new Outcome(Finding.SKIP, Map.of(), 1));
        for (Outcome outcome : trial.outcomes()) {
            String own = outcome.answer().toLowerCase(java.util.Locale.ROOT);
            if (own.equals(answer) || SAME.getOrDefault(own, List.of()).contains(answer)) return Optional.of(outcome);
        }
        return Optional.empty();
    }
}
