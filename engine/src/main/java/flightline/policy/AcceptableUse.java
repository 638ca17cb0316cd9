package flightline.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The acceptable-use rules as they were read.
 *
 * @param version names the rules in every decision
 */
public record AcceptableUse(String version, List<Rule> rules, OutOfScopeRule outOfScope) {

    /**
     * One rule.
     *
     * @param phrases any of them makes the rule fire
     * @param unless any of them takes it back
     */
    public record Rule(String clause, String category, String why, List<String> phrases, List<String> unless) {
        public Rule {
            phrases = List.copyOf(phrases);
            unless = List.copyOf(Optional.ofNullable(unless).orElse(List.of()));
        }
    }

    /** What is not ours to answer. */
    public record OutOfScopeRule(String why, List<String> phrases) {}

    /** The rules that ship with the product. */
    public static AcceptableUse shipped() {
        try (InputStream in = AcceptableUse.class.getResourceAsStream("/flightline/policy/acceptable-use.yaml")) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/policy/acceptable-use.yaml");
            return new ObjectMapper(new YAMLFactory())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, AcceptableUse.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped acceptable-use rules are not readable", e);
        }
    }
}
