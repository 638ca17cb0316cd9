package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the rules must decide, written down beside them: each clause from both sides. */
public record PolicyCases(List<PolicyCase> cases) {
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

    public PolicyCases {
        if (cases == null) throw new IllegalArgumentException("'cases' is missing");
        cases = List.copyOf(cases);
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
