package flightline.eval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.policy.PurposeTraining.Example;
import flightline.policy.PurposeTraining.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Requests of which it is known what to answer. */
final class LabelledRequests {
    /** Begins what questions to manuals are told apart by. */
    static final String ASKED = "asked ";

    private LabelledRequests() {}

    /**
     * One of {@code policy.jsonl}.
     *
     * @param kin what must not be parted: the pair, else the id
     */
    record Case(String kin, String split, Example example) {}

    static List<Case> cases(Path file, double weight) throws IOException {
        var cases = new ArrayList<Case>();
        for (JsonNode one : lines(file)) {
            String pair = one.path("pair").asText("");
            cases.add(new Case(
                    pair.isEmpty() ? one.path("id").asText() : pair,
                    one.path("split").asText(),
                    new Example(
                            one.path("text").asText(),
                            label(one),
                            one.path("clause").asText(),
                            weight)));
        }
        return cases;
    }

    /** The tuned questions of a set that is asked of manuals: lawful, all of them. */
    static List<Case> asked(Path file, double weight) throws IOException {
        return lines(file).stream()
                .filter(one -> one.path("split").asText().equals("tune"))
                .map(one -> new Case(
                        ASKED + one.path("id").asText(),
                        "tune",
                        new Example(one.path("question").asText(), Label.ALLOWED, "", weight)))
                .toList();
    }

    static List<JsonNode> lines(Path file) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) if (!line.isBlank()) lines.add(json.readTree(line));
        return lines;
    }

    private static Label label(JsonNode one) {
        return switch (one.path("expected").asText()) {
            case "allow" -> Label.ALLOWED;
            case "refuse" -> Label.REFUSED;
            case "out-of-scope" -> Label.FOREIGN;
            default -> throw new IllegalArgumentException("expected must be allow, refuse or out-of-scope: " + one);
        };
    }
}
