package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How it is recognised what a request asks for, as it was read. What follows from it, the policies say.
 *
 * @param version names the rules in every decision
 * @param clauses what may be refused, in the policy's order
 * @param lists words that mean the same to a rule, by the list's name
 * @param frames phrases, by the name of the turn of speech that they make; empty where there are none
 * @param sentence words, separated by blanks, of which a request must have one to be out of scope
 * @param neverExcepted words, separated by blanks, with which a request stays forbidden for everybody
 * @param exceptedWork words, separated by blanks, of which an excepted request must have one; empty where that is not asked
 * @param otherLanguages absent where nothing is said of them
 */
public record AcceptableUse(
        String version,
        Thresholds thresholds,
        List<Clause> clauses,
        Map<String, String> lists,
        Map<String, List<String>> frames,
        String sentence,
        List<Rule> rules,
        OutOfScopeRule outOfScope,
        String neverExcepted,
        String exceptedWork,
        @Nullable OtherLanguages otherLanguages) {

    public AcceptableUse {
        clauses = List.copyOf(clauses);
        lists = Map.copyOf(lists);
        frames = Map.copyOf(Optional.ofNullable(frames).orElse(Map.of()));
        rules = List.copyOf(rules);
        neverExcepted = Optional.ofNullable(neverExcepted).orElse("");
        exceptedWork = Optional.ofNullable(exceptedWork).orElse("");
    }

    /**
     * How sure the classifier must be, 0 to 1.
     *
     * @param refuse of a request under any clause
     * @param refuseGrave under a clause that is grave
     * @param refuseForeign of a request without any word of the trade
     * @param outOfScope of what has nothing to do with us
     * @param doubt of a request without any word of the trade that it is not to be allowed
     */
    public record Thresholds(
            double refuse, double refuseGrave, double refuseForeign, double outOfScope, double doubt) {}

    /**
     * What may be refused.
     *
     * @param clause for example {@code AU-2.a}
     * @param grave whether it is recognised on less certainty
     * @param sure certainty from which it is recognised, 0 to 1, absent where that of all others holds
     * @param why in words the asker understands
     */
    public record Clause(
            String clause,
            String category,
            boolean grave,
            @Nullable Double sure,
            String why) {}

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

    /**
     * Requests in languages that the classifier has not learned: where one holds a word that may mean harm, its purpose is asked.
     *
     * @param why what is asked
     * @param signs common words of such languages, separated by blanks
     * @param english common words of English
     * @param grave words that may mean harm, a word ending in {@code *} standing for its beginnings; in scripts that do not part words, parts of them
     */
    public record OtherLanguages(String why, String signs, String english, String grave) {}

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

    /** How it is recognised by the rules that ship with the product. */
    public static AcceptableUse shipped() {
        return PolicyBundle.shipped().recognition();
    }

    /** Rules of the same form from a file; throws {@link PolicyFault} naming the file and what is wrong. */
    public static AcceptableUse read(Path file) {
        try {
            return of(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new PolicyFault(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new PolicyFault(file + ": " + e.getMessage(), e);
        }
    }

    /** Throws {@link PolicyFault} naming the file and what is wrong. */
    static AcceptableUse of(String text, String file) {
        try {
            JsonNode tree = RulesYaml.MAPPER.readTree(text);
            // Passed over unseen, somebody would believe that they hold.
            for (String gone : List.of("exceptions", "exceptable"))
                if (tree != null && tree.findValue(gone) != null)
                    throw new PolicyFault(file + ": '" + gone + "' has no place here; exceptions stand in"
                            + " acceptable-use.cedar and in policy/exceptions.yaml of the data folder");
            AcceptableUse use = RulesYaml.MAPPER.treeToValue(tree, AcceptableUse.class);
            if (use == null || use.version == null || use.thresholds == null || use.outOfScope == null)
                throw new PolicyFault(file + ": version, thresholds, clauses, rules and outOfScope are needed");
            return use;
        } catch (JsonProcessingException e) {
            throw new PolicyFault(file + ": " + RulesYaml.why(e), e);
        } catch (NullPointerException e) {
            throw new PolicyFault(file + ": version, thresholds, clauses, lists, rules and outOfScope are needed", e);
        }
    }

    /** Names of all clauses. */
    Set<String> names() {
        return clauses.stream().map(Clause::clause).collect(Collectors.toCollection(TreeSet::new));
    }
}
