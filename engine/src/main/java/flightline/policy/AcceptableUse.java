package flightline.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The acceptable-use rules as they were read.
 *
 * @param version names the rules in every decision
 * @param clauses what may be refused, in the policy's order
 * @param lists words that mean the same to a rule, by the list's name
 * @param sentence words, separated by blanks, of which a request must have one to be out of scope
 * @param lawful phrases of those who find, report, prevent or follow the book
 */
public record AcceptableUse(
        String version,
        Thresholds thresholds,
        List<Clause> clauses,
        Map<String, String> lists,
        String sentence,
        List<String> lawful,
        List<Rule> rules,
        OutOfScopeRule outOfScope) {

    public AcceptableUse {
        clauses = List.copyOf(clauses);
        lists = Map.copyOf(lists);
        lawful = List.copyOf(lawful);
        rules = List.copyOf(rules);
    }

    /**
     * How sure the classifier must be, 0 to 1.
     *
     * @param refuse of a request under any clause
     * @param refuseGrave under a clause that is grave
     * @param refuseForeign of a request without any word of the trade
     * @param refuseLawful of a request in words of those who follow the book
     * @param outOfScope of what has nothing to do with us
     * @param doubt of a request without any word of the trade that it is not to be allowed
     */
    public record Thresholds(
            double refuse,
            double refuseGrave,
            double refuseForeign,
            double refuseLawful,
            double outOfScope,
            double doubt) {}

    /**
     * What is refused for everybody.
     *
     * @param clause for example {@code AU-2.a}
     * @param grave whether it is refused on less certainty
     * @param why in words the asker understands
     */
    public record Clause(String clause, String category, boolean grave, String why) {}

    /**
     * One rule in words.
     *
     * @param clause one of those listed
     * @param phrases any of them makes the rule fire
     * @param unless any of them takes it back
     */
    public record Rule(String clause, List<String> phrases, List<String> unless) {
        public Rule {
            phrases = List.copyOf(phrases);
            unless = List.copyOf(Optional.ofNullable(unless).orElse(List.of()));
        }
    }

    /** What is not ours to answer. */
    public record OutOfScopeRule(String why, List<String> phrases) {}

    /** The clause of that name; an unknown one is an error of the rules. */
    public Clause clause(String name) {
        return clauses.stream()
                .filter(c -> c.clause().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the rules name the clause " + name + ", which is not listed"));
    }

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
