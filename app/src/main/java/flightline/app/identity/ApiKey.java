package flightline.app.identity;

import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.policy.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key of an account for other programs, as the data folder keeps it.
 *
 * @param id public; stands at the beginning of the key
 * @param kept hash of the secret part
 * @param owner name of the account
 * @param scope acts and roles that it is for, as the policies write them; empty for all that the owner may
 * @param until last day on which it is good, {@code 2026-12-31}; empty where it has no end
 * @param issued ISO instant
 */
public record ApiKey(String id, String kept, String owner, List<String> scope, String until, String issued) {
    static final String PREFIX = "flk_";

    public ApiKey {
        scope = List.copyOf(scope);
        for (String word : scope)
            if (!Role.words().contains(word)
                    && acts().noneMatch(act -> act.word().equals(word)))
                throw new IllegalArgumentException("a key's scope may hold "
                        + acts().map(Act::word).sorted().toList() + " and the roles "
                        + Role.words().stream().sorted().toList() + ", got '" + word + "'");
    }

    private static java.util.stream.Stream<Act> acts() {
        return Arrays.stream(Act.values());
    }

    public boolean isGood(LocalDate today) {
        return until.isEmpty() || !today.isAfter(LocalDate.parse(until));
    }

    /** The owner, with no more roles than the key is for. */
    Principal narrowed(Principal owner) {
        Set<String> roles = scope.stream().filter(Role.words()::contains).collect(Collectors.toSet());
        if (roles.isEmpty()) return owner;
        return new Principal(
                owner.name(),
                owner.organisation(),
                owner.roles().stream().filter(roles::contains).toList(),
                owner.clearances(),
                owner.nationality(),
                owner.purpose(),
                owner.groups());
    }

    Optional<Set<Act>> allowed() {
        Set<Act> named = acts().filter(act -> scope.contains(act.word())).collect(Collectors.toSet());
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }
}
