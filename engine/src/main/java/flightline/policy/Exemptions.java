package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An administrator's own exceptions. */
record Exemptions(List<Exemption> granted) {
    static final Exemptions NONE = new Exemptions(List.of());

    Exemptions {
        granted = List.copyOf(granted);
    }

    private record Written(List<Exemption> exceptions) {}

    /**
     * Those of a file; none where there is no such file. Throws {@link PolicyFault} naming the file, the exception and what is
     * wrong with it.
     *
     * @param exceptable clauses from which somebody may be excepted
     */
    static Exemptions read(Path file, Supplier<Set<String>> exceptable) {
        if (!Files.exists(file)) return NONE;
        try {
            Written written = RulesYaml.MAPPER.readValue(Files.readString(file), Written.class);
            List<Exemption> all = Optional.ofNullable(written)
                    .flatMap(w -> Optional.ofNullable(w.exceptions()))
                    .orElse(List.of());
            if (!all.isEmpty()) check(file, all, exceptable.get());
            return new Exemptions(all);
        } catch (JsonProcessingException e) {
            throw new PolicyFault(file + ": " + RulesYaml.why(e), e);
        } catch (IOException e) {
            throw new PolicyFault(file + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path file, List<Exemption> all, Set<String> exceptable) {
        var ids = new HashSet<String>();
        for (Exemption one : all) {
            one.trouble(exceptable).ifPresent(why -> {
                throw new PolicyFault(file + ": " + why);
            });
            if (!ids.add(one.id())) throw new PolicyFault(file + ": exception '" + one.id() + "' is there twice");
        }
    }

    /** Clauses, of those named, that this organisation is excepted from on that day. */
    Set<String> covering(Principal.Organisation asker, Set<String> clauses, LocalDate on) {
        return clauses.stream().filter(c -> id(asker, c, on).isPresent()).collect(Collectors.toSet());
    }

    /** The first exception that covers it. */
    Optional<String> id(Principal.Organisation asker, String clause, LocalDate on) {
        return granted.stream()
                .filter(e -> e.covers(asker, clause, on))
                .findFirst()
                .map(Exemption::id);
    }
}
