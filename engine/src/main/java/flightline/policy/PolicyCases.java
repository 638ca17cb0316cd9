package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        cases = List.copyOf(cases);
    }

    /** Those of the rules that ship with the product. */
    public static PolicyCases shipped() {
        try (InputStream in = PolicyCases.class.getResourceAsStream("/flightline/policy/cases.yaml")) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/policy/cases.yaml");
            return new ObjectMapper(new YAMLFactory()).readValue(in, PolicyCases.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped policy cases are not readable", e);
        }
    }

    /** From a file of the same form; throws {@link IllegalArgumentException} naming it and what is wrong. */
    public static PolicyCases read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), PolicyCases.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
