package flightline.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The acceptable-use rules as they were read.
 *
 * @param version names the rules in every decision
 * @param clauses what may be refused, in the policy's order
 * @param lists words that mean the same to a rule, by the list's name
 * @param sentence words, separated by blanks, of which a request must have one to be out of scope
 * @param exceptions from clauses that have one
 * @param neverExcepted words, separated by blanks, with which a request stays forbidden for everybody
 */
public record AcceptableUse(
        String version,
        Thresholds thresholds,
        List<Clause> clauses,
        Map<String, String> lists,
        String sentence,
        List<Rule> rules,
        OutOfScopeRule outOfScope,
        List<Exemption> exceptions,
        String neverExcepted) {

    public AcceptableUse {
        clauses = List.copyOf(clauses);
        lists = Map.copyOf(lists);
        rules = List.copyOf(rules);
        exceptions = List.copyOf(Optional.ofNullable(exceptions).orElse(List.of()));
        neverExcepted = Optional.ofNullable(neverExcepted).orElse("");
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
     * What is refused for everybody.
     *
     * @param clause for example {@code AU-2.a}
     * @param grave whether it is refused on less certainty
     * @param exceptable whether an exception from it can be granted
     * @param sure certainty from which it is refused, 0 to 1, absent where that of all others holds
     * @param why in words the asker understands
     */
    public record Clause(
            String clause,
            String category,
            boolean grave,
            boolean exceptable,
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
            return yaml().readValue(in, AcceptableUse.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped acceptable-use rules are not readable", e);
        }
    }

    /** Rules of the same form from a file; throws {@link IllegalArgumentException} naming the file and what is wrong. */
    public static AcceptableUse read(Path file) {
        try {
            AcceptableUse use = yaml().readValue(Files.readString(file), AcceptableUse.class);
            if (use == null || use.version == null || use.thresholds == null || use.outOfScope == null)
                throw new IllegalArgumentException("version, thresholds, clauses, rules and outOfScope are needed");
            return use.with(List.of());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage() + place(e), e);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** With the exceptions that an administrator granted, where there are any; throws {@link IllegalArgumentException} likewise. */
    public AcceptableUse withExceptions(Path file) {
        if (!Files.exists(file)) return this;
        try {
            Granted granted = yaml().readValue(Files.readString(file), Granted.class);
            return with(Optional.ofNullable(granted.exceptions()).orElse(List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage() + place(e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private record Granted(List<Exemption> exceptions) {}

    /** Where in the file, as far as the reader knows. */
    private static String place(JsonProcessingException e) {
        String line = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        if (!(e instanceof JsonMappingException mapping)) return line;
        String field = mapping.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
        return line + (field.isEmpty() ? "" : " in " + field);
    }

    private AcceptableUse with(List<Exemption> more) {
        var all = new ArrayList<>(exceptions);
        all.addAll(more);
        Set<String> exceptable = clauses.stream()
                .filter(Clause::exceptable)
                .map(Clause::clause)
                .collect(Collectors.toCollection(TreeSet::new));
        var ids = new HashSet<String>();
        for (Exemption one : all) {
            one.trouble(exceptable).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
            if (!ids.add(one.id())) throw new IllegalArgumentException("exception '" + one.id() + "' is there twice");
        }
        return new AcceptableUse(version, thresholds, clauses, lists, sentence, rules, outOfScope, all, neverExcepted);
    }

    private static ObjectMapper yaml() {
        return new ObjectMapper(new YAMLFactory()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
