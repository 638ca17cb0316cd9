package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must decide, written down beside them: each clause from both sides, each role, each kind of marking.
 *
 * @param cases requests in words
 * @param roles empty where nothing is said of them
 * @param markings likewise
 */
public record PolicyCases(List<PolicyCase> cases, List<RoleCase> roles, List<MarkingCase> markings) {
    private static final Set<String> EXPECTED = Set.of("allow", "refuse", "out-of-scope");

    /**
     * One request.
     *
     * @param expected {@code allow}, {@code refuse} or {@code out-of-scope}
     * @param clause that it must be refused under, empty where that does not matter
     */
    public record PolicyCase(String text, String expected, String clause) {
        public PolicyCase {
            if (text == null || text.isBlank()) throw new IllegalArgumentException("a case needs a 'text'");
            if (expected == null || !EXPECTED.contains(expected))
                throw new IllegalArgumentException("'expected' must be one of "
                        + EXPECTED.stream().sorted().toList() + ", got '" + expected + "' for: " + text);
            clause = clause == null ? "" : clause;
        }
    }

    /**
     * What somebody in one role may do.
     *
     * @param may acts as the policies write them; all others are refused
     */
    public record RoleCase(String role, List<String> may) {
        public RoleCase {
            if (role == null || !Role.words().contains(role))
                throw new IllegalArgumentException("'role' must be one of "
                        + Role.words().stream().sorted().toList() + ", got '" + role + "'");
            may = given(may);
            for (String word : may)
                if (Arrays.stream(Act.values()).noneMatch(act -> act.word().equals(word)))
                    throw new IllegalArgumentException("'may' of role " + role + " names no act: '" + word + "'");
        }
    }

    /**
     * Whether somebody sees something.
     *
     * @param nationality empty where it is not known
     * @param seen whether they do
     */
    public record MarkingCase(
            String marking, List<String> clearances, String nationality, List<String> groups, boolean seen) {
        public MarkingCase {
            if (marking == null || marking.isBlank()) throw new IllegalArgumentException("a case needs a 'marking'");
            clearances = given(clearances);
            groups = given(groups);
            nationality = nationality == null ? "" : nationality;
        }
    }

    public PolicyCases {
        if (cases == null) throw new IllegalArgumentException("'cases' is missing");
        cases = List.copyOf(cases);
        roles = given(roles);
        markings = given(markings);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** How many decisions that is. */
    public int size() {
        return cases.size() + roles.size() * Act.values().length + markings.size();
    }

    /** Those of the rules that ship with the product. */
    public static PolicyCases shipped() {
        return PolicyBundle.shipped().cases();
    }

    /** From a file of the same form; throws {@link PolicyFault} naming it and what is wrong. */
    public static PolicyCases read(Path file) {
        try {
            return of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new PolicyFault(file + ": " + e.getMessage(), e);
        }
    }

    /** Throws {@link PolicyFault} naming the file and what is wrong. */
    static PolicyCases of(String text, String file) {
        try {
            PolicyCases read = RulesYaml.MAPPER.readValue(text, PolicyCases.class);
            if (read == null) throw new PolicyFault(file + ": it holds no cases");
            return read;
        } catch (JsonProcessingException e) {
            throw new PolicyFault(file + ": " + RulesYaml.why(e), e);
        }
    }
}
