package flightline.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The hazards that Llama Guard tells apart, and the clause of our rules that each falls under. */
public record GuardHazards(List<Hazard> hazards) {
    /**
     * One of them.
     *
     * @param code as the model names it: {@code S9}
     * @param title as its prompt has it
     * @param clause of the acceptable-use rules
     * @param asked whether it counts here
     */
    public record Hazard(String code, String title, String clause, boolean asked) {}

    public GuardHazards {
        hazards = List.copyOf(hazards);
    }

    /** Those of Llama Guard 3, with the clauses of the rules that ship. */
    public static GuardHazards shipped() {
        try (InputStream in = GuardHazards.class.getResourceAsStream("/flightline/policy/llama-guard.yaml")) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/policy/llama-guard.yaml");
            return new ObjectMapper(new YAMLFactory()).readValue(in, GuardHazards.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped hazards are not readable", e);
        }
    }

    /** The same, with these hazards left out; throws {@link IllegalArgumentException} naming a code that there is not. */
    public GuardHazards without(Set<String> codes) {
        var unknown = new TreeSet<>(codes);
        hazards.forEach(h -> unknown.remove(h.code()));
        if (!unknown.isEmpty())
            throw new IllegalArgumentException(
                    "a hazard must be S1 to S" + hazards.size() + ", got '" + unknown.first() + "'");
        return new GuardHazards(hazards.stream()
                .map(h -> codes.contains(h.code()) ? new Hazard(h.code(), h.title(), h.clause(), false) : h)
                .toList());
    }

    List<Hazard> asked() {
        return hazards.stream().filter(Hazard::asked).toList();
    }

    Optional<Hazard> of(String code) {
        return hazards.stream().filter(h -> h.code().equals(code)).findFirst();
    }
}
