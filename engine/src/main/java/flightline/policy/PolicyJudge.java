package flightline.policy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies of a bundle and remembers what they said. Nothing is read, and no native code loaded, before the first
 * question. Many threads may ask.
 */
final class PolicyJudge {
    /** Rulings remembered; the one not asked for the longest goes first. */
    private static final int REMEMBERED = 8_192;

    private final PolicyBundle bundle;
    private final Optional<Path> library;
    private final Map<Question, Ruling> rulings = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Ruling> eldest) {
            return size() > REMEMBERED;
        }
    };

    private @Nullable CedarPolicies policies;

    /** @param library where the native library is unpacked, absent for the folder for temporary files */
    PolicyJudge(PolicyBundle bundle, Optional<Path> library) {
        this.bundle = bundle;
        this.library = library;
    }

    /** Throws {@link PolicyFault} where the policies cannot be read or asked. */
    Ruling rule(Question question) {
        synchronized (rulings) {
            Ruling known = rulings.get(question);
            if (known != null) return known;
        }
        // Outside of the lock, so that a new question does not hold up those that were answered before.
        Ruling ruling = policies().rule(question);
        synchronized (rulings) {
            rulings.put(question, ruling);
        }
        return ruling;
    }

    /** One line for each fault of the policies; empty where they can be put in force. */
    List<String> faults() {
        try {
            return policies().faults();
        } catch (PolicyFault fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    /** The acceptable-use clause of a policy: what {@code @clause} says, else its id. */
    String clause(String policy) {
        return policies().annotations().getOrDefault(policy, Map.of()).getOrDefault("clause", policy);
    }

    /** Clauses that the policies speak of: of each policy in the file of the acceptable use. */
    Set<String> acceptableUse() {
        return policies().idsOf(PolicyBundle.ACCEPTABLE_USE).stream()
                .map(this::clause)
                .collect(Collectors.toSet());
    }

    /** Exceptions that the policies themselves make. */
    List<Announced> announced() {
        return policies().annotations().entrySet().stream()
                .filter(e -> e.getValue().containsKey("exception"))
                .map(e -> Announced.of(clause(e.getKey()), e.getValue()))
                .toList();
    }

    /** Clauses that a civil asker is refused under of those named; the rest have no policy. */
    Set<String> forbidding(Set<String> clauses) {
        var found = new TreeSet<String>();
        for (String clause : clauses) if (!permitted(clause, Set.of())) found.add(clause);
        return found;
    }

    /** Clauses, of those named, from which an administrator may except somebody. */
    Set<String> exceptable(Set<String> clauses) {
        var found = new TreeSet<String>();
        for (String clause : forbidding(clauses)) if (permitted(clause, Set.of(clause))) found.add(clause);
        return found;
    }

    private boolean permitted(String clause, Set<String> exempted) {
        var anybody = AskerFacts.of(Set.copyOf(Role.words()));
        return rule(new Question.Ask(anybody, Set.of(clause), false, exempted)).permitted();
    }

    private synchronized CedarPolicies policies() {
        CedarPolicies read = policies;
        if (read == null) policies = read = CedarPolicies.of(bundle.schema(), bundle.policies(), library);
        return read;
    }
}
