package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Marking;
import flightline.policy.Principal;
import flightline.policy.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the claims of a token make of somebody. Whatever is not mapped gives nothing: a claim of the wrong kind, a value that
 * nobody listed, a role that there is not.
 *
 * @param name claim that names the person; need not be there for the others
 * @param roles from values of a claim to roles
 * @param clearances from values of a claim to markings
 * @param groups need-to-know groups
 * @param nationality claim with two or three letters; empty for none
 * @param organisation claims with its name, kind and country; empty for none
 */
public record ClaimMapping(
        String name,
        Listed roles,
        Listed clearances,
        Listed groups,
        String nationality,
        Principal.Organisation organisation) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2,3}");
    private static final Set<String> KINDS = Set.of("civil", "government", "contractor");
    private static final int LONGEST = 128;

    /**
     * A claim with one value or a list.
     *
     * @param claim its name, or a path with dots; empty for none
     * @param values what each value stands for; a value that is not here stands for nothing
     */
    public record Listed(String claim, Map<String, String> values) {
        public static final Listed NONE = new Listed("", Map.of());

        public Listed {
            values = Map.copyOf(values);
        }
    }

    public ClaimMapping {
        for (String role : roles.values().values())
            if (!Role.words().contains(role))
                throw new IllegalArgumentException(
                        "roles may be " + Role.words().stream().sorted().toList() + ", got '" + role + "'");
        for (String marking : clearances.values().values())
            if (marking.isBlank()) throw new IllegalArgumentException("clearances must not be blank");
    }

    /** Empty where the token names nobody. */
    Optional<Principal> principal(JsonNode claims) {
        Optional<String> who = text(claims, name)
                .filter(said -> said.length() <= LONGEST)
                // The local user's own dialogues and drafts are not for whoever calls themselves so.
                .filter(said -> !said.equalsIgnoreCase(Principal.localUser().name()));
        return who.map(said -> new Principal(
                said,
                new Principal.Organisation(
                        text(claims, organisation.name()).orElse(""),
                        text(claims, organisation.kind())
                                .filter(KINDS::contains)
                                .orElse(""),
                        country(claims, organisation.country())),
                listed(claims, roles, Function.identity()).stream().distinct().toList(),
                listed(claims, clearances, Marking::new).stream().collect(Collectors.toSet()),
                country(claims, nationality),
                "",
                Set.copyOf(listed(claims, groups, Function.identity()))));
    }

    private static String country(JsonNode claims, String claim) {
        return text(claims, claim)
                .filter(code -> COUNTRY.matcher(code).matches())
                .orElse("");
    }

    private static Optional<String> text(JsonNode claims, String claim) {
        return at(claims, claim)
                .filter(JsonNode::isTextual)
                .map(value -> value.asText().strip())
                .filter(value -> !value.isEmpty() && value.chars().noneMatch(Character::isISOControl));
    }

    private static <T> List<T> listed(JsonNode claims, Listed listed, Function<String, T> made) {
        var all = new ArrayList<T>();
        at(claims, listed.claim()).ifPresent(found -> {
            for (JsonNode one : found.isArray() ? found : List.of(found)) {
                String stands = one.isTextual() ? listed.values().get(one.asText()) : null;
                if (stands != null) all.add(made.apply(stands));
            }
        });
        return all;
    }

    /** By its whole name first: names of claims are often addresses, which have dots. */
    private static Optional<JsonNode> at(JsonNode claims, String claim) {
        if (claim.isEmpty()) return Optional.empty();
        if (claims.hasNonNull(claim)) return Optional.of(claims.get(claim));
        JsonNode found = claims;
        for (String step : claim.split("\\.", -1)) found = found.path(step);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found);
    }
}
